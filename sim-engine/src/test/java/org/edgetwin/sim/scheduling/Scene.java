package org.edgetwin.sim.scheduling;

import java.util.List;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.DecisionTime;
import org.edgetwin.sim.engine.Physics;
import org.edgetwin.sim.engine.RunOptions;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.workload.ListWorkload;

/** A fleet and the jobs that come to it. */
record Scene(FleetSpec fleet, List<JobSpec> jobs, double endTime, boolean drains) {
  private static final SchedulerCatalog CATALOG = SchedulerCatalog.standard();

  /** A simulation of the scene under a scheduler, at time 0. */
  Simulation under(String scheduler) {
    return under(scheduler, jobs);
  }

  /** The same with other jobs. */
  Simulation under(String scheduler, List<JobSpec> otherJobs) {
    return under(scheduler, otherJobs, DecisionTime.NONE);
  }

  /** The same where decisions take time. */
  Simulation under(String scheduler, DecisionTime decisionTime) {
    return under(scheduler, jobs, decisionTime);
  }

  private Simulation under(String scheduler, List<JobSpec> otherJobs, DecisionTime decisionTime) {
    Streams streams = new Streams(7, 1);
    ClusterConfig config =
        new ClusterConfig(
            fleet,
            new Physics(SceneModels.SPEEDS, SceneModels.CONTENTION),
            streams,
            new RunOptions(endTime, true, null, decisionTime));
    List<Scheduler> schedulers = CATALOG.create(scheduler, streams, fleet.virtualClusters().size());
    if (drains) {
      schedulers =
          schedulers.stream()
              .<Scheduler>map(inner -> new DrainingScheduler(inner, fleet.nodes().size()))
              .toList();
    }
    return new Simulation(config, new ListWorkload(otherJobs), schedulers);
  }
}
