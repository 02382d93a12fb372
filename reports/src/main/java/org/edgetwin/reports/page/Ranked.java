package org.edgetwin.reports.page;

import java.util.Comparator;
import java.util.List;
import org.edgetwin.reports.ReportContent;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.sim.metrics.Metric;

/** Schedulers by their mean of a metric, best first; those without a mean are left out. */
final class Ranked {
  private Ranked() {}

  static List<SchedulerReport> by(Metric metric, ReportContent content) {
    Comparator<SchedulerReport> ascending =
        Comparator.comparingDouble(s -> s.estimate(metric).mean());
    return content.schedulers().stream()
        .filter(s -> !Double.isNaN(s.estimate(metric).mean()))
        .sorted(metric.better() == Metric.Better.HIGHER ? ascending.reversed() : ascending)
        .toList();
  }
}
