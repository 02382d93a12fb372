package org.edgetwin.reports;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.experiment.Estimate;
import org.edgetwin.sim.experiment.ServiceEstimates;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.ServiceFigures;
import org.edgetwin.sim.metrics.ServiceMetric;
import org.edgetwin.sim.metrics.ServiceResult;

/**
 * What a report says of one scheduler.
 *
 * @param name its name
 * @param knowledge what it was told, in words
 * @param estimates figures over all replications
 * @param services figures of services over the replications; empty if there is one replication
 * @param firstRun records of the first replication
 */
public record SchedulerReport(
    String name,
    String knowledge,
    Map<Metric, Estimate> estimates,
    List<ServiceEstimates> services,
    RunRecords firstRun) {
  private static final Estimate UNKNOWN = new Estimate(Double.NaN, null, 0, "not computed");

  /** What a report says of a scheduler whose runs have no services, or of one run. */
  public SchedulerReport(
      String name, String knowledge, Map<Metric, Estimate> estimates, RunRecords firstRun) {
    this(name, knowledge, estimates, List.of(), firstRun);
  }

  public SchedulerReport {
    services = List.copyOf(services);
    Map<Metric, Estimate> copy = new EnumMap<>(Metric.class);
    copy.putAll(estimates);
    estimates = Collections.unmodifiableMap(copy);
  }

  /** The figure; unknown if it was not computed. */
  public Estimate estimate(Metric metric) {
    return estimates.getOrDefault(metric, UNKNOWN);
  }

  /** The figures of a service over the replications, or of the only one; those that it has. */
  public Map<ServiceMetric, Estimate> estimates(ServiceResult service) {
    for (ServiceEstimates each : services) {
      if (each.service().equals(service.terms().name())) {
        return each.estimates();
      }
    }
    ServiceFigures figures = firstRun.figures(service);
    Map<ServiceMetric, Estimate> ofOneRun = new EnumMap<>(ServiceMetric.class);
    for (ServiceMetric metric : ServiceMetric.values()) {
      double value = metric.of(figures);
      if (!Double.isNaN(value)) {
        ofOneRun.put(metric, new Estimate(value, null, 1, "one replication"));
      }
    }
    return ofOneRun;
  }
}
