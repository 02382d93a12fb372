package org.edgetwin.reports.text;

import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.Interval;
import org.edgetwin.sim.metrics.ServiceMetric;

/** Figures of services in the words and units of people. */
public final class ServiceMetricText {
  private ServiceMetricText() {}

  /** What a figure is. */
  public static String label(ServiceMetric metric) {
    return switch (metric) {
      case REQUESTS -> "requests";
      case FINISHED -> "finished";
      case REJECTED -> "rejected";
      case UNFINISHED -> "unfinished";
      case TTFT_MEAN_S -> "time to first token, mean";
      case TTFT_P50_S -> "time to first token, 50 %";
      case TTFT_P95_S -> "time to first token, 95 %";
      case TPOT_MEAN_S -> "time per output token, mean";
      case TPOT_P50_S -> "time per output token, 50 %";
      case TPOT_P95_S -> "time per output token, 95 %";
      case E2E_MEAN_S -> "end to end, mean";
      case E2E_P50_S -> "end to end, 50 %";
      case E2E_P95_S -> "end to end, 95 %";
      case SLO_SHARE -> "within what is promised";
      case OUTPUT_TOKENS_PER_S -> "output tokens per second";
      case REPLICAS_MEAN -> "replicas, mean";
      case REPLICAS_MOST -> "replicas, most at once";
      case PREEMPTIONS -> "preemptions for want of cache";
      case RESTARTS -> "restarts after a lost replica";
      case ITERATION_SLOWDOWN -> "slow-down of iterations";
      case GPU_HOURS -> "GPU-hours";
      case COST_USD -> "cost of its GPUs";
      case EGRESS_USD -> "egress";
      case MOVED_GB -> "image and weights moved";
      case REVENUE_USD -> "revenue";
      case MARGIN_USD -> "revenue less cost";
      case USD_PER_MILLION_OUTPUT_TOKENS -> "cost per million output tokens";
    };
  }

  /** A value with its unit. */
  public static String value(ServiceMetric metric, double value) {
    if (Double.isNaN(value)) {
      return Quantity.of(value);
    }
    return switch (metric.unit()) {
      case "s" -> Duration.of(value);
      case "%" -> Quantity.percent(value);
      case "USD", "GB" -> Quantity.of(value) + " " + metric.unit();
      default -> value == Math.rint(value) ? Quantity.count(Math.round(value)) : Quantity.of(value);
    };
  }

  /** Whether there is an interval, and values that differ at all. */
  public static boolean hasSpread(Estimate estimate) {
    return estimate.ci95() != null && estimate.ci95().low() < estimate.ci95().high();
  }

  /** An interval with its unit. */
  public static String interval(ServiceMetric metric, Interval interval) {
    return value(metric, interval.low()) + " to " + value(metric, interval.high());
  }
}
