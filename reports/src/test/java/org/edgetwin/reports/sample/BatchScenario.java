package org.edgetwin.reports.sample;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.experiment.RunFactory;
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

/**
 * Forty jobs of random length on four GPUs, one more that can never run; through the real engine.
 */
public final class BatchScenario implements RunFactory {
  private static final int JOBS = 40;
  private static final double GAP_SECONDS = 100;

  private final SchedulerCatalog catalog = SchedulerCatalog.standard();

  @Override
  public String scenario() {
    return "batch";
  }

  @Override
  public long seed() {
    return 11;
  }

  @Override
  public PreparedRun create(String scheduler, int replication) {
    Streams streams = new Streams(seed(), replication);
    FleetSpec fleet =
        FleetSpec.uniform(GpuCatalog.standard().find(GpuCatalog.REFERENCE_ID).orElseThrow(), 2, 2);
    return new PreparedRun(
        new ClusterConfig(
            fleet, new UniformSpeed(), new NoContention(), streams, Double.POSITIVE_INFINITY, true),
        new ListWorkload(jobs(streams.stream("workload/durations"))),
        catalog.create(scheduler, streams, 1),
        Economics.standard(),
        WarmUp.NONE,
        JOBS * GAP_SECONDS);
  }

  private static List<JobSpec> jobs(RandomStream random) {
    List<JobSpec> jobs = new ArrayList<>();
    for (int i = 0; i < JOBS; i++) {
      jobs.add(job("job-" + i, i * GAP_SECONDS, 1 + i % 2, -300 * Math.log(random.nextDouble())));
    }
    jobs.add(job("giant", JOBS * GAP_SECONDS, 64, 10));
    return jobs;
  }

  private static JobSpec job(String name, double submitTime, int gpus, double workSeconds) {
    return new JobSpec(
        name,
        submitTime,
        Demand.gang(gpus),
        WorkloadCatalog.unknown("batch"),
        workSeconds,
        0,
        Terms.NONE,
        Recovery.DEFAULT);
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
    return "Replications differ in durations.";
  }
}
