package org.edgetwin.sim.experiment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.scheduling.Knowledge;

/**
 * What an experiment says of one scheduler.
 *
 * @param name its name
 * @param knowledge what it was told
 * @param estimates every metric over the replications
 * @param services the services over the replications, in the order of the scenario
 * @param runs its runs by replication; all figures, and all records of the first
 */
public record SchedulerResult(
    String name,
    Knowledge knowledge,
    Map<Metric, Estimate> estimates,
    List<ServiceEstimates> services,
    List<RunOutcome> runs) {
  public SchedulerResult {
    estimates = Collections.unmodifiableMap(new EnumMap<>(estimates));
    services = List.copyOf(services);
    runs = List.copyOf(runs);
  }

  public Estimate estimate(Metric metric) {
    return estimates.get(metric);
  }

  /** Its runs that went to their end. */
  public List<RunOutcome> completeRuns() {
    return runs.stream().filter(RunOutcome::complete).toList();
  }
}
