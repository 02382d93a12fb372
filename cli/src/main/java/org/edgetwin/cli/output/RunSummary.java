package org.edgetwin.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.metrics.Metric;

/** What one scheduler made of a scenario, on half a screen. */
final class RunSummary {
  private static final List<Metric> ALWAYS =
      List.of(
          Metric.JCT_MEAN_S,
          Metric.JCT_P50_S,
          Metric.JCT_P95_S,
          Metric.WAIT_MEAN_S,
          Metric.WAIT_P95_S,
          Metric.STAGING_MEAN_S,
          Metric.BOUNDED_SLOWDOWN_MEAN,
          Metric.MAKESPAN_S,
          Metric.GPU_ALLOCATED_RATIO,
          Metric.GPU_USEFUL_RATIO,
          Metric.FRAGMENTATION_RATIO,
          Metric.ALLOCATION_AT_100_RATIO,
          Metric.ALLOCATION_AT_END_RATIO,
          Metric.FRAGMENTATION_AT_100_RATIO,
          Metric.FRAGMENTATION_AT_END_RATIO,
          Metric.COST_USD,
          Metric.REVENUE_USD,
          Metric.ELECTRICITY_USD,
          Metric.PROFIT_USD,
          Metric.EGRESS_USD,
          Metric.MOVED_GB,
          Metric.ENERGY_KWH,
          Metric.CARBON_KG,
          Metric.JOBS_SUBMITTED,
          Metric.JOBS_FINISHED);

  /** Not worth a line while they are zero. */
  private static final List<Metric> IF_ANY =
      List.of(
          Metric.JOBS_FAILED,
          Metric.JOBS_REJECTED,
          Metric.JOBS_UNFINISHED,
          Metric.PREEMPTIONS,
          Metric.ACTIONS_DROPPED,
          Metric.GPU_HOURS_LOST,
          Metric.DEADLINE_MISS_RATIO);

  private final ReportContent content;

  RunSummary(ReportContent content) {
    this.content = content;
  }

  List<String> lines() {
    SchedulerReport scheduler = content.schedulers().get(0);
    boolean intervals = content.replications() > 1;
    TextTable table = new TextTable().text("").number(intervals ? "mean" : "");
    table.text(intervals ? "95 % interval" : "");
    for (Metric metric : ALWAYS) {
      Estimate estimate = scheduler.estimate(metric);
      if (!Double.isNaN(estimate.mean())) {
        add(table, metric, estimate);
      }
    }
    for (Metric metric : IF_ANY) {
      Estimate estimate = scheduler.estimate(metric);
      if (estimate.mean() > 0) {
        add(table, metric, estimate);
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        content.scenario()
            + " under "
            + scheduler.name()
            + " ("
            + scheduler.knowledge()
            + "), seed "
            + content.seed()
            + ", "
            + Headings.replications(content));
    lines.add("");
    table.lines().forEach(line -> lines.add("  " + line));
    lines.addAll(new OperatorLines(scheduler.firstRun().accounts()).lines());
    lines.add("");
    lines.add(
        "  simulated "
            + Quantity.of(scheduler.estimate(Metric.EVENTS).mean())
            + " events in "
            + MetricText.value(Metric.WALL_S, scheduler.estimate(Metric.WALL_S).mean())
            + (intervals ? " each" : "")
            + decisions(scheduler.estimate(Metric.DECISION_P99_US).mean()));
    solverLine(scheduler).ifPresent(lines::add);
    return lines;
  }

  private static String decisions(double p99Microseconds) {
    return Double.isNaN(p99Microseconds)
        ? ""
        : "; 99 % of decisions took at most "
            + MetricText.value(Metric.DECISION_P99_US, p99Microseconds);
  }

  private static Optional<String> solverLine(SchedulerReport scheduler) {
    double solves = scheduler.estimate(Metric.SOLVES).mean();
    if (Double.isNaN(solves)) {
      return Optional.empty();
    }
    double gap = scheduler.estimate(Metric.SOLVER_GAP).mean();
    return Optional.of(
        "  "
            + Quantity.of(solves)
            + " programs solved in "
            + MetricText.value(Metric.SOLVER_S, scheduler.estimate(Metric.SOLVER_S).mean())
            + (gap == 0 ? ", all to the optimum" : ", largest gap " + Quantity.percent(gap)));
  }

  private void add(TextTable table, Metric metric, Estimate estimate) {
    String note =
        estimate.ci95() == null
            ? Headings.bound(content, metric)
            : MetricText.interval(metric, estimate.ci95());
    table.row(MetricText.label(metric), MetricText.value(metric, estimate.mean()), note);
  }
}
