package org.edgetwin.sim.experiment;

import java.util.PriorityQueue;

/**
 * Lower bounds for one pool of GPUs, fed with jobs in order of submission: SRPT on one machine that
 * is as fast as the whole pool. O(log n) per job.
 */
final class PoolBound {
  private final double capacityGpus;

  /** GPU-seconds left of each job on the one machine; which job it is does not matter. */
  private final PriorityQueue<Double> remainingQueue = new PriorityQueue<>();

  private double now;
  private int jobCount;
  private double aloneSumSeconds;
  private double flowSumSeconds;
  private double lastEndTime = Double.NaN;

  PoolBound(double capacityGpus) {
    this.capacityGpus = capacityGpus;
  }

  /**
   * Adds a job.
   *
   * @param submitTime not before that of the job added last
   * @param aloneSeconds the least time it can take
   * @param gpuSeconds the least GPU-seconds it can hold
   */
  void add(double submitTime, double aloneSeconds, double gpuSeconds) {
    advance(submitTime);
    jobCount++;
    aloneSumSeconds += aloneSeconds;
    endsAt(submitTime + aloneSeconds);
    if (gpuSeconds > 0) {
      remainingQueue.add(gpuSeconds);
    }
  }

  /** Runs the machine until it is empty, after the last job. */
  void drain() {
    advance(Double.POSITIVE_INFINITY);
  }

  int jobCount() {
    return jobCount;
  }

  /** No schedule has a smaller sum of completion times. */
  double jctSumSeconds() {
    return Math.max(aloneSumSeconds, flowSumSeconds);
  }

  /** No schedule ends earlier; NaN without jobs. */
  double lastEndTime() {
    return lastEndTime;
  }

  private void advance(double time) {
    while (!remainingQueue.isEmpty()) {
      double passed = remainingQueue.peek() / capacityGpus;
      if (now + passed > time) {
        double shortest = remainingQueue.poll();
        flowSumSeconds += (remainingQueue.size() + 1) * (time - now);
        remainingQueue.add(Math.max(0, shortest - (time - now) * capacityGpus));
        break;
      }
      flowSumSeconds += remainingQueue.size() * passed;
      now += passed;
      endsAt(now);
      remainingQueue.poll();
    }
    now = time;
  }

  private void endsAt(double time) {
    if (!(time <= lastEndTime)) {
      lastEndTime = time;
    }
  }
}
