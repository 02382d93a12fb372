package org.edgetwin.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.page.Standing;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.reports.text.Sentence;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.GridEffects;
import org.edgetwin.sim.experiment.PolicyGrid;
import org.edgetwin.sim.metrics.Metric;

/** Orderings and placements varied separately, a table for each headline metric. */
final class MatrixSummary {
  private final ReportContent content;
  private final PolicyGrid grid;

  MatrixSummary(ReportContent content, PolicyGrid grid) {
    this.content = content;
    this.grid = grid;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Metric metric : content.headlines()) {
      lines.add("");
      lines.add(
          Sentence.start(MetricText.label(metric)) + ", orderings × placements (± half of 95 %):");
      table(metric).lines().forEach(line -> lines.add("  " + line));
      content.study().effects().stream()
          .filter(effects -> effects.metric() == metric)
          .forEach(effects -> lines.add("  " + explained(effects)));
    }
    lines.add("");
    lines.add(Standing.legend());
    grid.placements().stream()
        .filter(placement -> !content.study().knowledge(placement).equals("durations: none"))
        .forEach(
            placement ->
                lines.add(placement + " is told " + content.study().knowledge(placement) + "."));
    return lines;
  }

  private TextTable table(Metric metric) {
    TextTable table = new TextTable().text("").text("was told");
    grid.placements().forEach(table::number);
    String best = best(metric);
    for (String ordering : grid.orderings()) {
      List<String> row = new ArrayList<>();
      row.add(ordering);
      row.add(content.study().knowledge(ordering));
      for (String placement : grid.placements()) {
        String name = PolicyGrid.scheduler(ordering, placement);
        row.add(
            content
                .scheduler(name)
                .map(
                    report ->
                        cell(metric, report, Standing.of(name, best, metric, content.pairs())))
                .orElse("-"));
      }
      table.row(row);
    }
    return table;
  }

  private String best(Metric metric) {
    double sign = metric.better() == Metric.Better.HIGHER ? -1 : 1;
    String best = "";
    double least = Double.POSITIVE_INFINITY;
    for (String name : grid.schedulers()) {
      double mean =
          content.scheduler(name).map(report -> report.estimate(metric).mean()).orElse(Double.NaN);
      if (sign * mean < least) {
        least = sign * mean;
        best = name;
      }
    }
    return best;
  }

  private static String cell(Metric metric, SchedulerReport report, Standing standing) {
    Estimate estimate = report.estimate(metric);
    String mean = MetricText.value(metric, estimate.mean());
    String spread =
        estimate.ci95() == null
            ? ""
            : " ± " + MetricText.value(metric, estimate.ci95().halfWidth());
    return (standing.mark().isEmpty() ? "" : standing.mark() + " ") + mean + spread;
  }

  private static String explained(GridEffects effects) {
    return Double.isNaN(effects.orderingShare())
        ? "All cells have the same mean."
        : "Of the differences the ordering explains "
            + Quantity.percent(effects.orderingShare())
            + ", the placement "
            + Quantity.percent(effects.placementShare())
            + ", both together "
            + Quantity.percent(effects.interactionShare())
            + ".";
  }
}
