package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.WarmUp;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.workload.ListWorkload;
import umontreal.ssj.rng.RandomStream;

/** Eight equal GPUs, gangs of 1 to 4, exponential gaps and durations, load about 0.8. */
final class PoissonScenario implements RunFactory {
  private static final WorkloadClass CLASS = WorkloadCatalog.unknown("exponential");
  private static final double MEAN_SECONDS = 100;
  private static final double MEAN_GAP_SECONDS = MEAN_SECONDS * 2.5 / (8 * 0.8);

  private final SchedulerCatalog catalog = SchedulerCatalog.standard();
  private final int jobs;
  private final double endTime;

  PoissonScenario(int jobs, double endTime) {
    this.jobs = jobs;
    this.endTime = endTime;
  }

  PoissonScenario(int jobs) {
    this(jobs, Double.POSITIVE_INFINITY);
  }

  @Override
  public String scenario() {
    return "poisson";
  }

  @Override
  public long seed() {
    return 20_251;
  }

  @Override
  public PreparedRun create(String scheduler, int replication) {
    Streams streams = new Streams(seed(), replication);
    FleetSpec fleet =
        FleetSpec.uniform(GpuCatalog.standard().find(GpuCatalog.REFERENCE_ID).orElseThrow(), 1, 8);
    return new PreparedRun(
        new ClusterConfig(fleet, new UniformSpeed(), new NoContention(), streams, endTime, false),
        new ListWorkload(jobs(streams)),
        catalog.create(scheduler, streams, 1),
        Economics.standard(),
        WarmUp.NONE,
        jobs * MEAN_GAP_SECONDS);
  }

  private List<JobSpec> jobs(Streams streams) {
    RandomStream gaps = streams.stream("workload/arrivals");
    RandomStream durations = streams.stream("workload/durations");
    RandomStream gangs = streams.stream("workload/gangs");
    List<JobSpec> jobList = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < jobs; i++) {
      time += -MEAN_GAP_SECONDS * Math.log(gaps.nextDouble());
      jobList.add(
          new JobSpec(
              "job-" + i,
              time,
              Demand.gang(gangs.nextInt(1, 4)),
              CLASS,
              -MEAN_SECONDS * Math.log(durations.nextDouble()),
              0,
              Terms.NONE,
              Recovery.DEFAULT));
    }
    return jobList;
  }

  @Override
  public Knowledge knowledge(String scheduler) {
    return catalog.knowledge(scheduler);
  }

  @Override
  public boolean replicable() {
    return true;
  }

  @Override
  public String replicationMethod() {
    return "new arrivals, gangs and durations in each replication";
  }
}
