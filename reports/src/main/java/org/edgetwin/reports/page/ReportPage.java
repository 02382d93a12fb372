package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.text.Html;
import org.edgetwin.sim.experiment.Axis;

/** The whole report as one file that needs no network, and its charts. */
public final class ReportPage {
  private final ReportContent content;
  private final List<String> explained;
  private final Figures figures = new Figures();
  private final Html page;

  /** A report without pages beside it. */
  public ReportPage(ReportContent content) {
    this(content, List.of());
  }

  /**
   * A report.
   *
   * @param explained names of the pages about single jobs beside it
   */
  public ReportPage(ReportContent content, List<String> explained) {
    this.content = content;
    this.explained = List.copyOf(explained);
    this.page = build();
  }

  /** The page. */
  public String html() {
    return page.toString();
  }

  /** All its charts, in order. */
  public List<Chart> charts() {
    return figures.charts();
  }

  private Html build() {
    String title = content.scenario() + (content.comparison() ? ": comparison" : "");
    return new PageFrame(
            "EdgeTwin simulation report",
            title,
            title + " – EdgeTwin report",
            partial(),
            new Answer(content).sentence())
        .around(sections());
  }

  private Html partial() {
    return content.partial()
        ? Html.of(
            "<p class=\"partial\" role=\"alert\"><strong>Partial result.</strong> It was stopped"
                + " before its end: figures describe what had happened by then.</p>")
        : Html.EMPTY;
  }

  private List<Section> sections() {
    List<SchedulerReport> schedulers = content.schedulers();
    List<Section> sections = new ArrayList<>();
    if (schedulers.size() == 1) {
      SchedulerReport only = schedulers.get(0);
      sections.add(new FiguresSection(content, only).section());
      sections.add(new DistributionSection(schedulers, figures).section());
      addDemand(sections);
      sections.addAll(new RunSections("", only, figures).sections());
    } else if (schedulers.size() > 1) {
      if (content.study().grid() != null) {
        sections.add(new MatrixSection(content, content.study().grid()).section());
      }
      sections.add(new ComparisonSection(content, figures).section());
      sections.add(new DistributionSection(schedulers, figures).section());
      addDemand(sections);
      sections.add(new LoadSection(schedulers, figures).section());
      if (schedulers.stream().anyMatch(s -> !s.firstRun().services().isEmpty())) {
        sections.add(ServicesTable.section(schedulers));
      }
      sections.add(eachScheduler());
    }
    for (Axis axis : content.study().axes()) {
      sections.add(new AxisSection(content, axis, figures).section(sections.size()));
    }
    if (!explained.isEmpty()) {
      sections.add(explained());
    }
    sections.add(new WhatWasRun(content).section());
    sections.add(MethodSection.section(content));
    sections.add(DefinitionsSection.section(content));
    return sections;
  }

  private Section explained() {
    return new Section(
        "explained",
        "Jobs explained",
        Html.of(
            "<p>Why these jobs fared as they did, and what would have come of other choices:</p>\n"
                + "<ul>{}</ul>",
            explained.stream()
                .map(name -> Html.of("<li><a href=\"explained/{}.html\">{}</a></li>", name, name))
                .collect(Html.joining())));
  }

  private void addDemand(List<Section> sections) {
    DemandSection demand = new DemandSection(content.schedulers(), figures);
    if (!demand.isEmpty()) {
      sections.add(demand.section());
    }
  }

  private Section eachScheduler() {
    List<Html> folds = new ArrayList<>();
    for (int i = 0; i < content.schedulers().size(); i++) {
      SchedulerReport scheduler = content.schedulers().get(i);
      Html body =
          new RunSections("s" + (i + 1) + "-", scheduler, figures)
              .sections().stream()
                  .map(s -> Html.of("<h3>{}</h3>\n{}", s.title(), s.body()))
                  .collect(Html.joining());
      folds.add(Fold.of(scheduler.name(), body));
    }
    return new Section(
        "schedulers",
        "Each scheduler in detail",
        Html.of(
            "<p>The first replication of each scheduler. What is unfolded is printed.</p>\n"
                + "<div class=\"each\">{}</div>",
            folds.stream().collect(Html.joining())));
  }
}
