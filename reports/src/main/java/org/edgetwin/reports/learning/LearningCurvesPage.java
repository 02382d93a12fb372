package org.edgetwin.reports.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.page.Figures;
import org.edgetwin.reports.page.PageFrame;
import org.edgetwin.reports.page.Section;
import org.edgetwin.reports.text.Html;

/**
 * How trainings went: one chart for each figure they logged. A figure that none logged is left out.
 */
public final class LearningCurvesPage {
  private final LearningCurves content;
  private final Figures figures = new Figures();
  private final Html page;

  public LearningCurvesPage(LearningCurves content) {
    this.content = content;
    this.page = build();
  }

  /** The page: one file that needs no network. */
  public String html() {
    return page.toString();
  }

  /** All its charts, in order. */
  public List<Chart> charts() {
    return figures.charts();
  }

  private Html build() {
    BestValidation best = new BestValidation(content);
    List<Section> sections = new ArrayList<>();
    sections.add(best.section());
    List<Scalar> scalars = scalars();
    for (ScalarGroup group : ScalarGroup.values()) {
      List<Html> charts = new ArrayList<>();
      for (Scalar scalar : scalars) {
        if (scalar.group() == group) {
          charts.add(new ScalarFigure(content, scalar).html(figures));
        }
      }
      if (!charts.isEmpty()) {
        sections.add(
            new Section(group.id(), group.title(), charts.stream().collect(Html.joining())));
      }
    }
    return new PageFrame(
            "EdgeTwin learning curves",
            content.title(),
            content.title() + " – EdgeTwin learning curves",
            Html.EMPTY,
            best.sentence())
        .around(sections);
  }

  private List<Scalar> scalars() {
    Set<String> tags = new LinkedHashSet<>();
    content
        .runs()
        .forEach(run -> run.curveByTag().keySet().forEach(t -> tags.add(AgentTag.of(t).tag())));
    return tags.stream()
        .map(tag -> Scalar.of(tag, content.validationTag()))
        .sorted(Comparator.comparingInt(Scalar::place))
        .toList();
  }
}
