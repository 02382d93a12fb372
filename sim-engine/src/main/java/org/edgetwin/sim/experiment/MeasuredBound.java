package org.edgetwin.sim.experiment;

/**
 * Lower bounds of the means over the measured jobs of one pool: completion times by the better of
 * {@link PoolBound} and {@link MeanBusyBound}, bounded slow-downs by the better of the jobs alone
 * and Smith's rule.
 */
final class MeasuredBound {
  private static final double SHORT_FLOOR_SECONDS = 10;

  private final PoolBound pool;
  private final MeanBusyBound jct;
  private final MeanBusyBound slowdown;
  private double aloneSlowdownSum;
  private int jobCount;

  MeasuredBound(double capacityGpus) {
    pool = new PoolBound(capacityGpus);
    jct = new MeanBusyBound(capacityGpus);
    slowdown = new MeanBusyBound(capacityGpus);
  }

  /**
   * Adds a job.
   *
   * @param submitTime not before that of the job added last
   * @param workSeconds its work on the reference GPU, which slow-downs refer to
   * @param aloneSeconds the least time it can take
   * @param gpuSeconds the least GPU-seconds it can hold
   */
  void add(double submitTime, double workSeconds, double aloneSeconds, double gpuSeconds) {
    double weight = 1 / Math.max(workSeconds, SHORT_FLOOR_SECONDS);
    pool.add(submitTime, aloneSeconds, gpuSeconds);
    jct.add(submitTime, aloneSeconds, gpuSeconds, 1);
    slowdown.add(submitTime, aloneSeconds, gpuSeconds, weight);
    aloneSlowdownSum += Math.max(1, aloneSeconds * weight);
    jobCount++;
  }

  void drain() {
    pool.drain();
    jct.drain();
    slowdown.drain();
  }

  int jobCount() {
    return jobCount;
  }

  /** No schedule has a smaller sum of completion times. */
  double jctSumSeconds() {
    return Math.max(pool.jctSumSeconds(), jct.weightedSumSeconds());
  }

  /** No schedule has a smaller sum of bounded slow-downs. */
  double slowdownSum() {
    return Math.max(aloneSlowdownSum, slowdown.weightedSumSeconds());
  }
}
