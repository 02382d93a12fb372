package org.edgetwin.reports.page;

import java.util.List;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.sim.metrics.Metric;

/**
 * Metrics that belong together.
 *
 * @param title what they are about
 * @param metricList in the order in which people read them
 */
record MetricGroup(String title, List<Metric> metricList) {
  /** All metrics but those of the wall clock, which differ from machine to machine. */
  private static final List<MetricGroup> ALL =
      List.of(
          of(
              "Completion and wait",
              Metric.JCT_MEAN_S,
              Metric.JCT_P50_S,
              Metric.JCT_P95_S,
              Metric.JCT_P99_S,
              Metric.WAIT_MEAN_S,
              Metric.WAIT_P95_S,
              Metric.SLOWDOWN_MEAN,
              Metric.BOUNDED_SLOWDOWN_MEAN,
              Metric.BOUNDED_SLOWDOWN_600_MEAN,
              Metric.JAIN_FAIRNESS_WAIT,
              Metric.DEADLINE_MISS_RATIO,
              Metric.MAKESPAN_S),
          of(
              "Jobs",
              Metric.JOBS_SUBMITTED,
              Metric.JOBS_FINISHED,
              Metric.JOBS_FAILED,
              Metric.JOBS_REJECTED,
              Metric.JOBS_UNFINISHED,
              Metric.PREEMPTIONS,
              Metric.ACTIONS_DROPPED),
          of(
              "GPUs",
              Metric.GPU_ALLOCATED_RATIO,
              Metric.GPU_USEFUL_RATIO,
              Metric.FRAGMENTATION_RATIO,
              Metric.GPU_HOURS_LOST,
              Metric.ALLOCATION_AT_100_RATIO,
              Metric.ALLOCATION_AT_END_RATIO,
              Metric.FRAGMENTATION_AT_100_RATIO,
              Metric.FRAGMENTATION_AT_END_RATIO),
          of("Network", Metric.STAGING_MEAN_S, Metric.MOVED_GB, Metric.EGRESS_USD),
          of(
              "Cost",
              Metric.COST_USD,
              Metric.REVENUE_USD,
              Metric.ELECTRICITY_USD,
              Metric.PROFIT_USD,
              Metric.ENERGY_KWH,
              Metric.CARBON_KG,
              Metric.EVENTS),
          of("Solver", Metric.SOLVES, Metric.SOLVER_GAP, Metric.SOLVER_S));

  /** The groups without optional metrics that no scheduler of a report has; no empty ones. */
  static List<MetricGroup> shown(ReportContent content) {
    return ALL.stream()
        .map(
            group ->
                new MetricGroup(
                    group.title(),
                    group.metricList().stream().filter(m -> isShown(m, content)).toList()))
        .filter(group -> !group.metricList().isEmpty())
        .toList();
  }

  private static boolean isShown(Metric metric, ReportContent content) {
    return !metric.optional()
        || content.schedulers().stream().anyMatch(s -> s.estimate(metric).n() > 0);
  }

  private static MetricGroup of(String title, Metric... metrics) {
    return new MetricGroup(title, List.of(metrics));
  }
}
