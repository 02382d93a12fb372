package org.edgetwin.sim.policies;

import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;

/**
 * Least attained service in queues [tiresias]: a job sinks to the next queue at the instant its
 * attained service (gang times work done) reaches the queue's threshold. It does not rise again.
 *
 * <p>Differs from [tiresias]: inside a queue jobs are in order of submission, and there is no
 * promotion of starved jobs.
 */
public final class TiresiasKey implements ServiceKey {
  /**
   * Service is computed from a clock of finite resolution; a threshold counts as reached this close
   * to it, GPU-s.
   */
  private static final double TOLERANCE = 1e-6;

  /**
   * The instant of reaching a threshold is rounded to a double, so at that instant a job may still
   * be short of what it does in a few of the clock's smallest steps. No GPU is this many times
   * faster than the reference.
   */
  private static final double CLOCK_STEPS = 64;

  private final double[] thresholdArray;

  /**
   * Queues with the given borders.
   *
   * @param thresholds ascending, GPU-seconds
   */
  public TiresiasKey(double... thresholds) {
    thresholdArray = thresholds.clone();
  }

  @Override
  public double of(JobView job, ClusterView view) {
    return level(job, view);
  }

  /** Queue of a job, from 0. */
  public int level(JobView job, ClusterView view) {
    double service = view.attainedService(job) + job.gpus() * CLOCK_STEPS * Math.ulp(view.now());
    int level = 0;
    while (level < thresholdArray.length && service >= thresholdArray[level] - TOLERANCE) {
      level++;
    }
    return level;
  }

  @Override
  public double nextChange(JobView job, ClusterView view, Placement placement) {
    int level = level(job, view);
    return level == thresholdArray.length
        ? Double.POSITIVE_INFINITY
        : view.serviceReachedAt(job, thresholdArray[level], placement);
  }
}
