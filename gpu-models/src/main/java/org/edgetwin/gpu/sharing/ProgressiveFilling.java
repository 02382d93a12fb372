package org.edgetwin.gpu.sharing;

/**
 * Weighted max-min fair rates of jobs over several resources: the rates of all jobs rise together,
 * in proportion to their weights, until a job reaches its cap or a resource is full; these jobs,
 * and all that use the full resource, keep their rates, and the rest goes on [bertsekas1992,
 * section 6.5.2].
 *
 * <p>So no resource is over its capacity, and no job can go faster without slowing down another one
 * whose rate over weight is not larger. With one resource, weights and caps of 1 and capacity 1
 * every rate is {@code 1 / max(1, U)}, U the sum of demands.
 *
 * <p>At most k rounds of O(k m) for k jobs and m resources; allocates nothing. Holds working space:
 * one per thread.
 */
public final class ProgressiveFilling {
  /** Events this close together happen at once. */
  private static final double TIE = 1 + 1e-12;

  private final int resources;
  private final double[] left;
  private final double[] load;
  private final boolean[] full;
  private final int[] rising;

  /**
   * @param mostJobs most jobs it will be asked for
   * @param resources how many
   */
  public ProgressiveFilling(int mostJobs, int resources) {
    if (mostJobs < 1 || resources < 1) {
      throw new IllegalArgumentException(
          "There must be at least one job (%d) and one resource (%d)."
              .formatted(mostJobs, resources));
    }
    this.resources = resources;
    left = new double[resources];
    load = new double[resources];
    full = new boolean[resources];
    rising = new int[mostJobs];
  }

  /**
   * Writes the rates.
   *
   * @param jobs how many; at most {@code mostJobs}
   * @param demands {@code [jobs][resources]}, row-major: what a job takes of a resource at rate 1,
   *     at least 0
   * @param weights {@code [jobs]}, positive
   * @param caps {@code [jobs]}: largest rate, at least 0, finite
   * @param capacities {@code [resources]}, at least 0
   * @param rates {@code [jobs]}, written
   */
  public void fill(
      int jobs,
      double[] demands,
      double[] weights,
      double[] caps,
      double[] capacities,
      double[] rates) {
    System.arraycopy(capacities, 0, left, 0, resources);
    for (int i = 0; i < jobs; i++) {
      rising[i] = i;
    }
    int count = jobs;
    while (count > 0) {
      double level = level(count, demands, weights, caps);
      int stillRising = freeze(count, level, demands, weights, caps, rates);
      if (stillRising == count) {
        throw new IllegalArgumentException(
            "The rates cannot rise to " + level + ". Maybe a demand, weight or cap is no number.");
      }
      count = stillRising;
    }
  }

  /** Rate over weight at which the next job or resource stops the rise. */
  private double level(int count, double[] demands, double[] weights, double[] caps) {
    double level = Double.POSITIVE_INFINITY;
    for (int r = 0; r < resources; r++) {
      load[r] = 0;
    }
    for (int n = 0; n < count; n++) {
      int i = rising[n];
      level = Math.min(level, caps[i] / weights[i]);
      for (int r = 0; r < resources; r++) {
        load[r] += weights[i] * demands[i * resources + r];
      }
    }
    for (int r = 0; r < resources; r++) {
      if (load[r] > 0) {
        level = Math.min(level, left[r] / load[r]);
      }
    }
    return level;
  }

  /** Fixes the rates of all jobs stopped at this level; returns how many go on rising. */
  private int freeze(
      int count, double level, double[] demands, double[] weights, double[] caps, double[] rates) {
    for (int r = 0; r < resources; r++) {
      full[r] = load[r] > 0 && left[r] <= level * load[r] * TIE;
    }
    int stillRising = 0;
    for (int n = 0; n < count; n++) {
      int i = rising[n];
      double rate = weights[i] * level;
      if (caps[i] <= rate * TIE || usesFull(i, demands)) {
        rates[i] = Math.min(caps[i], rate);
        for (int r = 0; r < resources; r++) {
          left[r] = Math.max(0, left[r] - rates[i] * demands[i * resources + r]);
        }
      } else {
        rising[stillRising++] = i;
      }
    }
    return stillRising;
  }

  private boolean usesFull(int job, double[] demands) {
    for (int r = 0; r < resources; r++) {
      if (full[r] && demands[job * resources + r] > 0) {
        return true;
      }
    }
    return false;
  }
}
