package org.edgetwin.agents.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.ChainedSpeed;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.NoContention;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.sharing.MeasuredPairs;
import org.edgetwin.sim.belief.StandardBeliefs;
import org.edgetwin.sim.engine.ClusterConfig;
import org.edgetwin.sim.engine.Physics;
import org.edgetwin.sim.engine.RunOptions;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.WarmUp;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.variation.HiddenFactors;
import org.edgetwin.sim.workload.ListWorkload;
import umontreal.ssj.rng.RandomStream;

/** Six machines of four GPUs that differ in secret, and gangs of one to four with estimates. */
public final class UnequalCluster {
  private static final HiddenFactors FACTORS =
      new HiddenFactors(2, 0.4, 0.2, 0.1, 3600, 600, 0.05, 0.1);

  private UnequalCluster() {}

  /** A run of 200 jobs, crowded enough that jobs wait. */
  public static PreparedRun run(long seed) {
    return run(seed, 200, Double.POSITIVE_INFINITY);
  }

  /**
   * A run of some jobs.
   *
   * @param endTime when it is cut off, seconds
   */
  public static PreparedRun run(long seed, int jobCount, double endTime) {
    return run(seed, jobCount, endTime, false);
  }

  /**
   * A run in which jobs of one GPU may ask for half of it.
   *
   * @param shared whether they do; then two that meet on a GPU slow each other
   */
  public static PreparedRun run(long seed, int jobCount, double endTime, boolean shared) {
    Streams streams = new Streams(seed, 1);
    RandomStream random = streams.stream("jobs");
    List<JobSpec> jobs = new ArrayList<>();
    List<WorkloadClass> classes = WorkloadCatalog.standard().all().subList(0, 4);
    double time = 0;
    for (int i = 0; i < jobCount; i++) {
      time += 140 * random.nextDouble();
      double work = 60 * Math.exp(4 * random.nextDouble());
      double estimate = work * Math.exp(0.5 * (random.nextDouble() - 0.5));
      jobs.add(
          new JobSpec(
              "j" + i,
              time,
              demand(1 << random.nextInt(0, 2), shared),
              classes.get(random.nextInt(0, 3)),
              work,
              0,
              new Terms(Double.POSITIVE_INFINITY, false, estimate, Double.POSITIVE_INFINITY, 0, ""),
              Recovery.DEFAULT.withRestartSeconds(30)));
    }
    return new PreparedRun(
        new ClusterConfig(
            FleetSpec.uniform(GpuCatalog.standard().require(GpuCatalog.REFERENCE_ID), 6, 4),
            new Physics(
                ChainedSpeed.standard(),
                shared ? MeasuredPairs.standard() : new NoContention(),
                HostContention.NONE,
                FACTORS),
            streams,
            new RunOptions(endTime, false)),
        new ListWorkload(jobs),
        SchedulerCatalog.standard().create("srsf(durations=noisy)+wait-shrinkage", streams, 1),
        new Economics(null, null, 0, Map.of()),
        WarmUp.NONE,
        Double.NaN);
  }

  private static Demand demand(int gpus, boolean shared) {
    Demand gang = Demand.gang(gpus);
    return shared && gpus == 1
        ? new Demand(1, 500, 0, 0, 0, List.of(), gang.spanning(), gang.priceCapUsdPerGpuHour())
        : gang;
  }

  /** A scheduler of two agents with a shrinkage belief. */
  public static PairScheduler scheduler(LinearRule rule, boolean preemptive, PairChooser chooser) {
    return new PairScheduler(
        new PairScheduler.Setting(rule, DurationKnowledge.NOISY, preemptive),
        new LearnedOutlook(StandardBeliefs.SHRINKAGE, 0),
        chooser);
  }
}
