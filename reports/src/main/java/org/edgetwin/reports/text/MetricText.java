package org.edgetwin.reports.text;

import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.Interval;
import org.edgetwin.sim.metrics.Metric;
import org.jspecify.annotations.Nullable;

/** Metrics in the words and units of people. */
public final class MetricText {
  private MetricText() {}

  /** What a metric is, as it reads inside a sentence. */
  public static String label(Metric metric) {
    return switch (metric) {
      case JCT_MEAN_S -> "mean completion time";
      case JCT_P50_S -> "median completion time";
      case JCT_P95_S -> "95th percentile of completion time";
      case JCT_P99_S -> "99th percentile of completion time";
      case WAIT_MEAN_S -> "mean wait";
      case WAIT_P95_S -> "95th percentile of wait";
      case STAGING_MEAN_S -> "mean wait for data";
      case SLOWDOWN_MEAN -> "mean slow-down";
      case BOUNDED_SLOWDOWN_MEAN -> "mean bounded slow-down (10 s)";
      case BOUNDED_SLOWDOWN_600_MEAN -> "mean bounded slow-down (600 s)";
      case MAKESPAN_S -> "makespan";
      case GPU_ALLOCATED_RATIO -> "GPU time allocated";
      case GPU_USEFUL_RATIO -> "GPU time useful";
      case FRAGMENTATION_RATIO -> "GPU time free while jobs wait";
      case ALLOCATION_AT_100_RATIO -> "GPUs given out at 100 % demand";
      case ALLOCATION_AT_END_RATIO -> "GPUs given out at the end";
      case FRAGMENTATION_AT_100_RATIO -> "fragmentation at 100 % demand";
      case FRAGMENTATION_AT_END_RATIO -> "fragmentation at the end";
      case JOBS_SUBMITTED -> "jobs submitted";
      case JOBS_FINISHED -> "jobs finished";
      case JOBS_FAILED -> "jobs failed";
      case JOBS_REJECTED -> "jobs rejected";
      case JOBS_UNFINISHED -> "jobs unfinished";
      case PREEMPTIONS -> "preemptions";
      case GPU_HOURS_LOST -> "GPU-hours lost";
      case COST_USD -> "cost";
      case EGRESS_USD -> "egress";
      case MOVED_GB -> "data moved";
      case ENERGY_KWH -> "energy";
      case CARBON_KG -> "carbon";
      case ELECTRICITY_USD -> "electricity";
      case REVENUE_USD -> "operators' revenue";
      case PROFIT_USD -> "operators' profit";
      case JAIN_FAIRNESS_WAIT -> "fairness of waits (Jain)";
      case DEADLINE_MISS_RATIO -> "deadlines missed";
      case DECISION_P99_US -> "99th percentile of decision time";
      case ACTIONS_DROPPED -> "actions dropped";
      case SOLVES -> "programs solved";
      case SOLVER_GAP -> "largest gap of a solution";
      case SOLVER_S -> "time in the solver";
      case EVENTS -> "events";
      case WALL_S -> "wall-clock time";
    };
  }

  /** Whether it is a time in seconds. */
  public static boolean isDuration(Metric metric) {
    return metric.unit().equals("s");
  }

  /** Whether it is a share, shown in per cent. */
  public static boolean isShare(Metric metric) {
    return metric.key().endsWith("_ratio");
  }

  /** A value with its unit. */
  public static String value(Metric metric, double value) {
    if (Double.isNaN(value)) {
      return Quantity.of(value);
    }
    if (isDuration(metric)) {
      return Duration.of(value);
    }
    if (isShare(metric)) {
      return Quantity.percent(value);
    }
    return switch (metric.unit()) {
      case "1", "jobs" -> Quantity.of(value);
      case "us" -> Quantity.of(value) + " µs";
      case "kg CO2e" -> Quantity.of(value) + " kg CO₂e";
      default -> Quantity.of(value) + " " + metric.unit();
    };
  }

  /** An interval with its unit, or a dash. */
  public static String interval(Metric metric, @Nullable Interval interval) {
    return interval == null
        ? Quantity.of(Double.NaN)
        : value(metric, interval.low()) + " to " + value(metric, interval.high());
  }

  /** A mean, and its interval in brackets if there is one. */
  public static String estimate(Metric metric, Estimate estimate) {
    String mean = value(metric, estimate.mean());
    return estimate.ci95() == null
        ? mean
        : mean + " (95 %: " + interval(metric, estimate.ci95()) + ")";
  }
}
