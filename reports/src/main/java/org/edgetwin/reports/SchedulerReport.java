package org.edgetwin.reports;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.metrics.Metric;

/**
 * What a report says of one scheduler.
 *
 * @param name its name
 * @param knowledge what it was told, in words
 * @param estimates figures over all replications
 * @param firstRun records of the first replication
 */
public record SchedulerReport(
    String name, String knowledge, Map<Metric, Estimate> estimates, RunRecords firstRun) {
  private static final Estimate UNKNOWN = new Estimate(Double.NaN, null, 0, "not computed");

  public SchedulerReport {
    Map<Metric, Estimate> copy = new EnumMap<>(Metric.class);
    copy.putAll(estimates);
    estimates = Collections.unmodifiableMap(copy);
  }

  /** The figure; unknown if it was not computed. */
  public Estimate estimate(Metric metric) {
    return estimates.getOrDefault(metric, UNKNOWN);
  }
}
