package org.edgetwin.sim.experiment;

import java.util.List;
import java.util.function.UnaryOperator;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.WarmUp;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.workload.Workload;

/**
 * Everything that a run is made of, before its first event. {@link #simulation()} copies what
 * changes, so one prepared run may be started often.
 *
 * @param config machines and models
 * @param workload where jobs come from
 * @param schedulers one for each virtual cluster
 * @param economics what turns GPU-seconds into electricity and carbon
 * @param warmUp which jobs are measured
 * @param expectedEndTime about when the run will end, seconds since its start, for progress bars;
 *     NaN if unknown
 */
public record PreparedRun(
    ClusterConfig config,
    Workload workload,
    List<Scheduler> schedulers,
    Economics economics,
    WarmUp warmUp,
    double expectedEndTime) {
  public PreparedRun {
    schedulers = List.copyOf(schedulers);
  }

  /** A simulation at time 0. */
  public Simulation simulation() {
    return simulation(copy -> copy);
  }

  Simulation simulation(UnaryOperator<Scheduler> wrapping) {
    return new Simulation(
        config,
        workload.copy(),
        schedulers.stream().map(scheduler -> wrapping.apply(scheduler.copy())).toList());
  }
}
