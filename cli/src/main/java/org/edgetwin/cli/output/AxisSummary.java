package org.edgetwin.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.page.Standing;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.StudyText;
import org.edgetwin.sim.experiment.Axis;
import org.edgetwin.sim.experiment.AxisPoint;
import org.edgetwin.sim.experiment.Crossing;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.metrics.Metric;

/** Schedulers along an axis in the first headline metric, and who overtakes whom. */
final class AxisSummary {
  private static final int MOST_CROSSINGS = 10;

  private final ReportContent content;
  private final Axis axis;

  AxisSummary(ReportContent content, Axis axis) {
    this.content = content;
    this.axis = axis;
  }

  List<String> lines() {
    Metric metric = content.headlines().get(0);
    TextTable table = new TextTable().text("").text("was told");
    axis.points().forEach(point -> table.number(point.value()));
    for (String scheduler : axis.schedulers()) {
      List<String> row = new ArrayList<>();
      row.add(scheduler);
      row.add(content.scheduler(scheduler).map(SchedulerReport::knowledge).orElse(""));
      axis.points().forEach(point -> row.add(cell(point, scheduler, metric)));
      table.row(row);
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Along " + axis.name() + ", " + MetricText.label(metric) + ":");
    table.lines().forEach(line -> lines.add("  " + line));
    List<Crossing> crossings =
        axis.crossings().stream().filter(crossing -> crossing.metric() == metric).toList();
    if (crossings.isEmpty()) {
      lines.add("  No two schedulers change places.");
    }
    crossings.stream()
        .limit(MOST_CROSSINGS)
        .forEach(crossing -> lines.add("  " + StudyText.of(crossing, axis.unit())));
    if (crossings.size() > MOST_CROSSINGS) {
      lines.add("  The report has " + (crossings.size() - MOST_CROSSINGS) + " more.");
    }
    return lines;
  }

  private static String cell(AxisPoint point, String scheduler, Metric metric) {
    Estimate estimate = point.estimate(scheduler, metric);
    Standing standing =
        Standing.of(scheduler, point.best(metric).orElse(""), metric, point.pairs());
    String spread =
        estimate.ci95() == null
            ? ""
            : " ± " + MetricText.value(metric, estimate.ci95().halfWidth());
    return (standing.mark().isEmpty() ? "" : standing.mark() + " ")
        + MetricText.value(metric, estimate.mean())
        + spread;
  }
}
