package org.edgetwin.sim.experiment;

import java.util.List;
import java.util.Optional;
import org.edgetwin.sim.metrics.Metric;

/**
 * What an experiment found.
 *
 * @param scenario name of the scenario
 * @param seed seed of all random streams
 * @param plan what was asked for
 * @param replicationMethod what differs between replications, one sentence
 * @param schedulers in the order of the plan
 * @param pairs every pair of schedulers (in the order of the plan) and every metric that has a
 *     better direction and does not depend on the wall clock; empty for one scheduler
 * @param bounds mean over the replications of what no scheduler could have beaten
 * @param complete false if it was stopped before its end
 */
public record ExperimentResult(
    String scenario,
    long seed,
    ExperimentPlan plan,
    String replicationMethod,
    List<SchedulerResult> schedulers,
    List<PairedDifference> pairs,
    LowerBounds bounds,
    boolean complete) {
  public ExperimentResult {
    schedulers = List.copyOf(schedulers);
    pairs = List.copyOf(pairs);
  }

  /** The result of one scheduler. */
  public Optional<SchedulerResult> scheduler(String name) {
    return schedulers.stream().filter(result -> result.name().equals(name)).findFirst();
  }

  /** Schedulers from best to worst mean. */
  public Ranking ranking(Metric metric) {
    return Ranking.of(metric, schedulers, pairs);
  }
}
