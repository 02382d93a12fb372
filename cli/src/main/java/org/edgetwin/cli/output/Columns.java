package org.edgetwin.cli.output;

import org.edgetwin.reports.text.MetricText;
import org.edgetwin.sim.metrics.Metric;

/** Names of metrics where room is scarce. */
final class Columns {
  private Columns() {}

  static String title(Metric metric) {
    return switch (metric) {
      case JCT_MEAN_S -> "mean completion";
      case JCT_P95_S -> "95th perc.";
      case WAIT_MEAN_S -> "mean wait";
      case BOUNDED_SLOWDOWN_MEAN -> "bounded slow-down";
      case GPU_ALLOCATED_RATIO -> "allocated";
      case JOBS_UNFINISHED -> "unfinished";
      default -> MetricText.label(metric);
    };
  }

  static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
