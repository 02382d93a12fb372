package org.edgetwin.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.Study;
import org.edgetwin.reports.page.Standing;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.StudyText;
import org.edgetwin.sim.experiment.Axis;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.metrics.Metric;

/** Schedulers side by side, and which is better and how sure that is. */
final class ComparisonSummary {
  private static final int MOST_SCHEDULERS_IN_FULL = 3;

  private final ReportContent content;

  ComparisonSummary(ReportContent content) {
    this.content = content;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        content.scenario() + ", seed " + content.seed() + ", " + Headings.replications(content));
    Study study = content.study();
    if (study.stopping() != null) {
      lines.add(StudyText.of(study.stopping()));
    }
    if (study.grid() != null) {
      lines.addAll(new MatrixSummary(content, study.grid()).lines());
      if (content.schedulers().size() == study.grid().schedulers().size()) {
        addAxes(lines);
        return lines;
      }
    }
    lines.add("");
    lines.addAll(figures());
    for (Metric metric : content.headlines()) {
      String bound = Headings.bound(content, metric);
      if (!bound.isEmpty()) {
        lines.add("  " + MetricText.label(metric) + ": " + bound);
        lines.add("    above that: " + gaps(metric));
      }
    }
    // Every pair in every headline would fill screens; the report has them all.
    int shown =
        content.schedulers().size() > MOST_SCHEDULERS_IN_FULL ? 1 : content.headlines().size();
    content.headlines().stream().limit(shown).forEach(metric -> lines.addAll(verdicts(metric)));
    if (shown < content.headlines().size()) {
      lines.add("");
      lines.add("The report has the differences in all metrics.");
    }
    addAxes(lines);
    return lines;
  }

  private void addAxes(List<String> lines) {
    for (Axis axis : content.study().axes()) {
      lines.addAll(new AxisSummary(content, axis).lines());
    }
    if (!content.study().axes().isEmpty()) {
      lines.add("");
      lines.add(Standing.legend().replace("table", "column"));
    }
  }

  /** How far from the bound everybody is: the optimum lies somewhere between. */
  private String gaps(Metric metric) {
    return content.schedulers().stream()
        .map(scheduler -> scheduler.name() + " " + Headings.gap(content, metric, scheduler))
        .collect(Collectors.joining(", "));
  }

  private List<String> figures() {
    List<Metric> metrics = new ArrayList<>(content.headlines());
    if (content.schedulers().stream()
        .anyMatch(scheduler -> scheduler.estimate(Metric.JOBS_UNFINISHED).mean() > 0)) {
      metrics.add(Metric.JOBS_UNFINISHED);
    }
    TextTable table = new TextTable().text("scheduler").text("was told");
    metrics.forEach(metric -> table.number(MetricText.label(metric)));
    for (SchedulerReport scheduler : content.schedulers()) {
      List<String> row = new ArrayList<>(List.of(scheduler.name(), scheduler.knowledge()));
      metrics.forEach(metric -> row.add(cell(metric, scheduler.estimate(metric))));
      table.row(row);
    }
    return table.lines().stream().map(line -> "  " + line).toList();
  }

  private static String cell(Metric metric, Estimate estimate) {
    String mean = MetricText.value(metric, estimate.mean());
    return estimate.ci95() == null
        ? mean
        : mean + " ± " + MetricText.value(metric, estimate.ci95().halfWidth());
  }

  private List<String> verdicts(Metric metric) {
    TextTable table = new TextTable().text("").number("").text("").text("");
    for (PairedDifference pair : content.pairs()) {
      if (pair.metric() == metric) {
        String interval = MetricText.interval(metric, pair.ci95());
        table.row(
            pair.a() + " − " + pair.b(),
            MetricText.value(metric, pair.diff()),
            pair.ci95() == null ? "" : "(95 %: " + interval + ")",
            pair.verdict());
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Difference in " + MetricText.label(metric) + ", on the same replications:");
    table.lines().forEach(line -> lines.add("  " + line));
    return lines;
  }
}
