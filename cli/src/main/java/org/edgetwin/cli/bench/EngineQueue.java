package org.edgetwin.cli.bench;

import java.util.List;
import java.util.function.Supplier;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.metrics.RunResult;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.workload.ListWorkload;

/**
 * The engine that runs scenarios, with a scheduler by its name, nodes of eight GPUs, and all
 * records of a run: a {@link JobRecord} of each job, time series, use of the machines.
 */
public final class EngineQueue implements QueueProgram {
  private static final int GPUS_PER_NODE = 8;

  private final String scheduler;

  /**
   * @param scheduler as users write it
   */
  public EngineQueue(String scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public String title() {
    return "EdgeTwin engine, " + scheduler;
  }

  @Override
  public Supplier<Answer> serve(List<JobSpec> jobs, int servers) {
    RunResult result = run(jobs, servers);
    return () -> answer(result);
  }

  private static Answer answer(RunResult result) {
    double[] responseSeconds = new double[result.jobs().size()];
    double makespan = 0;
    for (JobRecord job : result.jobs()) {
      responseSeconds[job.id()] = job.jctSeconds();
      makespan = Math.max(makespan, job.endTime());
    }
    return Answer.of(responseSeconds, makespan);
  }

  /**
   * Runs the jobs to their end.
   *
   * @param gpus number of GPUs, a multiple of eight
   */
  public RunResult run(List<JobSpec> jobs, int gpus) {
    if (gpus % GPUS_PER_NODE != 0) {
      throw new IllegalArgumentException(
          "The number of GPUs (" + gpus + ") is not a multiple of " + GPUS_PER_NODE + ".");
    }
    FleetSpec fleet =
        FleetSpec.uniform(
            GpuCatalog.standard().require(GpuCatalog.REFERENCE_ID),
            gpus / GPUS_PER_NODE,
            GPUS_PER_NODE);
    Streams streams = new Streams(1, 1);
    ClusterConfig config =
        new ClusterConfig(
            fleet,
            new UniformSpeed(),
            new NoContention(),
            streams,
            Double.POSITIVE_INFINITY,
            false);
    return new Simulation(
            config,
            new ListWorkload(jobs),
            SchedulerCatalog.standard().create(scheduler, streams, 1))
        .run()
        .result();
  }
}
