package org.edgetwin.gpu.sharing;

import java.util.Arrays;

/**
 * What each of several jobs on one GPU keeps of its solo speed.
 *
 * <p>Kernels side by side: rates x by {@link ProgressiveFilling} over resources of capacity 1, then
 * a tax for interference on what is left,
 *
 * <pre>{@code
 * kept_i = x_i / prod_r (1 + s_ir * sum_{j != i} x_j u_jr)
 * }</pre>
 *
 * <p>with demands u and sensitivities s. Time slices: weights decide the share of turns; switching
 * costs when there is more than one job. Slices of hardware: {@code min(1, slice / largest
 * demand)}, no tax. Jobs whose memory does not fit keep 0: all of them, or in slices the one
 * concerned.
 *
 * <p>Limits: no power cap; a joint one slows slices of hardware too. As a job can free a third one
 * by slowing a second, one more job may speed another up. Allocates nothing; holds working space:
 * one per thread.
 */
public final class SharingLaw {
  private final int mostJobs;
  private final int resources;
  private final ProgressiveFilling filling;
  private final double[] demands;
  private final double[] sensitivities;
  private final double[] weights;
  private final double[] caps;
  private final double[] capacities;
  private final double[] filled;

  /**
   * @param mostJobs most jobs on one GPU
   * @param resources of each job's demand
   */
  public SharingLaw(int mostJobs, int resources) {
    this.mostJobs = mostJobs;
    this.resources = resources;
    filling = new ProgressiveFilling(mostJobs, resources);
    demands = new double[mostJobs * resources];
    sensitivities = new double[mostJobs * resources];
    weights = new double[mostJobs];
    caps = new double[mostJobs];
    filled = new double[mostJobs];
    capacities = new double[resources];
    Arrays.fill(capacities, 1);
  }

  /**
   * Writes what each job keeps.
   *
   * @param jobs the first {@code count} are read
   * @param memoryGb of the GPU
   * @param kept {@code [count]}, written
   */
  public void kept(JobDemand[] jobs, int count, double memoryGb, SharingMode mode, double[] kept) {
    if (count > mostJobs) {
      throw new IllegalArgumentException(
          "%d jobs are more than the %d there is room for.".formatted(count, mostJobs));
    }
    if (mode instanceof SharingMode.Partitioned partitioned) {
      partitioned(jobs, count, memoryGb, partitioned, kept);
    } else if (!fit(jobs, count, memoryGb)) {
      Arrays.fill(kept, 0, count, 0);
    } else if (mode instanceof SharingMode.TimeSliced sliced) {
      timeSliced(jobs, count, sliced, kept);
    } else if (mode instanceof SharingMode.Concurrent concurrent) {
      concurrent(jobs, count, concurrent.threadShare(), kept);
    }
  }

  /**
   * The law of kernels side by side on plain numbers.
   *
   * @param demands {@code [count][resources]}, row-major
   * @param sensitivities {@code [count][resources]}, row-major
   * @param weights {@code [count]}
   * @param caps {@code [count]}: largest rate of each
   * @param kept {@code [count]}, written
   */
  public void concurrent(
      int count,
      double[] demands,
      double[] sensitivities,
      double[] weights,
      double[] caps,
      double[] kept) {
    filling.fill(count, demands, weights, caps, capacities, filled);
    for (int i = 0; i < count; i++) {
      kept[i] = filled[i] / tax(i, count, demands, sensitivities);
    }
  }

  private double tax(int self, int count, double[] demands, double[] sensitivities) {
    double tax = 1;
    for (int r = 0; r < resources; r++) {
      double taken = 0;
      for (int j = 0; j < count; j++) {
        if (j != self) {
          taken += filled[j] * demands[j * resources + r];
        }
      }
      tax *= 1 + sensitivities[self * resources + r] * taken;
    }
    return tax;
  }

  private void concurrent(JobDemand[] jobs, int count, double threadShare, double[] kept) {
    for (int i = 0; i < count; i++) {
      JobDemand job = jobs[i];
      if (job.resources() != resources) {
        throw new IllegalArgumentException(
            "A job has demands on %d resources, not %d.".formatted(job.resources(), resources));
      }
      weights[i] = job.weight();
      caps[i] = job.limitedTo(threadShare);
      for (int r = 0; r < resources; r++) {
        demands[i * resources + r] = job.demand(r);
        sensitivities[i * resources + r] = job.sensitivity(r);
      }
    }
    concurrent(count, demands, sensitivities, weights, caps, kept);
  }

  private static void timeSliced(
      JobDemand[] jobs, int count, SharingMode.TimeSliced mode, double[] kept) {
    double weights = 0;
    for (int i = 0; i < count; i++) {
      weights += jobs[i].weight();
    }
    for (int i = 0; i < count; i++) {
      kept[i] = count == 1 ? 1 : jobs[i].weight() / weights * mode.useful();
    }
  }

  private static void partitioned(
      JobDemand[] jobs, int count, double memoryGb, SharingMode.Partitioned mode, double[] kept) {
    if (count > mode.slices().size()) {
      throw new IllegalArgumentException(
          "%d jobs do not have a slice each of %s. Maybe cut the GPU finer."
              .formatted(count, mode.slices()));
    }
    for (int i = 0; i < count; i++) {
      SharingMode.Slice slice = mode.slices().get(i);
      boolean fits = jobs[i].memoryGb() <= slice.memory() * memoryGb;
      kept[i] = fits ? jobs[i].limitedTo(slice.compute()) : 0;
    }
  }

  private static boolean fit(JobDemand[] jobs, int count, double memoryGb) {
    double needed = 0;
    for (int i = 0; i < count; i++) {
      needed += jobs[i].memoryGb();
    }
    return needed <= memoryGb;
  }
}
