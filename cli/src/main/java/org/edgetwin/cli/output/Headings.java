package org.edgetwin.cli.output;

import java.util.Locale;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
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
    double bound = content.bound(metric);
    return Double.isNaN(bound) ? "" : "no scheduler below " + MetricText.value(metric, bound);
  }

  /** By how much at most a scheduler is above the best that is possible; empty without a bound. */
  static String gap(ReportContent content, Metric metric, SchedulerReport scheduler) {
    double share = scheduler.estimate(metric).mean() / content.bound(metric) - 1;
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%,.0f %%", 100 * share) : "";
  }
}
