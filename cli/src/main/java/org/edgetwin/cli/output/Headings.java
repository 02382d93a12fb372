package org.edgetwin.cli.output;

import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.text.MetricText;
import org.edgetwin.sim.metrics.Metric;

/** Phrases that stand over and beside figures. */
final class Headings {
  private Headings() {}

  static String replications(ReportContent content) {
    int n = content.replications();
    return n == 1 ? "1 replication" : n + " replications";
  }

  /** What no scheduler could have beaten; empty for metrics without a bound. */
  static String bound(ReportContent content, Metric metric) {
    double bound =
        switch (metric) {
          case JCT_MEAN_S -> content.bounds().jctMeanSeconds();
          case MAKESPAN_S -> content.bounds().makespanSeconds();
          default -> Double.NaN;
        };
    return Double.isNaN(bound) ? "" : "no scheduler below " + MetricText.value(metric, bound);
  }
}
