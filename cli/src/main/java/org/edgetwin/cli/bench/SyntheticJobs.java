package org.edgetwin.cli.bench;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.job.Terms;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.rng.RandomStream;

/**
 * Jobs for a large pool: Poisson arrivals, exponential work of one hour on average, gangs of 1 to
 * 32. Large gangs are common enough that a tenth of a million jobs fills 100,000 GPUs too: then
 * both sizes meet the same queue, and their times per job can be compared.
 */
final class SyntheticJobs {
  private static final double MEAN_WORK_SECONDS = 3600;
  private static final int[] GANG_ARRAY = {1, 2, 4, 8, 16, 32};
  private static final double[] SHARE_ARRAY = {0.46, 0.15, 0.08, 0.15, 0.08, 0.08};

  /** Users round up to queue classes: hours. */
  private static final double[] LIMIT_HOURS_ARRAY = {1, 4, 12, 24, 72};

  private static final WorkloadClass CLASS =
      new WorkloadClass(
          "synthetic",
          "Synthetic",
          0,
          Double.NaN,
          0.5,
          1,
          "",
          "times are the workload's own",
          WorkloadClass.NOT_CATALOGUED);

  private SyntheticJobs() {}

  /**
   * The first jobs of the stream.
   *
   * @param count number of jobs
   * @param gpus size of the pool
   * @param load work that arrives over work that the pool can do; above 1 the queue grows
   */
  static List<JobSpec> first(int count, int gpus, double load) {
    RandomStream stream = new Streams(1, 1).stream("bench/synthetic-jobs");
    RandomVariateGen work = new ExponentialGen(stream, 1 / MEAN_WORK_SECONDS);
    RandomVariateGen gaps =
        new ExponentialGen(stream, load * gpus / (MEAN_WORK_SECONDS * meanGang()));
    Demand[] demandArray = new Demand[GANG_ARRAY.length];
    for (int i = 0; i < demandArray.length; i++) {
      demandArray[i] = Demand.gang(GANG_ARRAY[i]);
    }
    List<JobSpec> jobs = new ArrayList<>(count);
    double time = 0;
    for (int i = 0; i < count; i++) {
      time += gaps.nextDouble();
      double seconds = work.nextDouble();
      jobs.add(
          new JobSpec(
              Integer.toString(i),
              time,
              demandArray[gangIndex(stream.nextDouble())],
              CLASS,
              seconds,
              0,
              Terms.limit(limitSeconds(seconds)),
              Recovery.DEFAULT));
    }
    return jobs;
  }

  private static double meanGang() {
    double mean = 0;
    for (int i = 0; i < GANG_ARRAY.length; i++) {
      mean += SHARE_ARRAY[i] * GANG_ARRAY[i];
    }
    return mean;
  }

  private static int gangIndex(double uniform) {
    double rest = uniform;
    int index = 0;
    while (index < SHARE_ARRAY.length - 1 && rest >= SHARE_ARRAY[index]) {
      rest -= SHARE_ARRAY[index];
      index++;
    }
    return index;
  }

  private static double limitSeconds(double workSeconds) {
    for (double hours : LIMIT_HOURS_ARRAY) {
      if (workSeconds <= hours * 3600) {
        return hours * 3600;
      }
    }
    return workSeconds;
  }
}
