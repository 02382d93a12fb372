package org.edgetwin.sim.experiment;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Lower bound of a weighted sum of completion times in one pool of GPUs, fed with jobs in order of
 * submission.
 *
 * <p>A job's mean busy time is the mean instant at which its work is done. Two facts: on one
 * machine that is as fast as the pool and may preempt, the weighted sum of mean busy times is least
 * if the job with the largest weight over service runs first, Smith's rule [smith1956]
 * [goemans2002]; and a job that takes {@code p} even when it is alone ends at least {@code p / 2}
 * after its mean busy time, however its speed changes on the way. Without submissions on the way
 * and with equal weights it is the bound of [eastman1964]. O(log n) per job.
 */
final class MeanBusyBound {
  private static final class Open {
    private final double submitTime;
    private final double gpuSeconds;
    private final double weight;
    private double leftGpuSeconds;

    Open(double submitTime, double gpuSeconds, double weight) {
      this.submitTime = submitTime;
      this.gpuSeconds = gpuSeconds;
      this.weight = weight;
      leftGpuSeconds = gpuSeconds;
    }

    double serviceOverWeight() {
      return gpuSeconds / weight;
    }
  }

  private final double capacityGpus;
  private final PriorityQueue<Open> queue =
      new PriorityQueue<>(Comparator.comparingDouble(Open::serviceOverWeight));

  private double now;
  private double sum;

  MeanBusyBound(double capacityGpus) {
    this.capacityGpus = capacityGpus;
  }

  /**
   * Adds a job.
   *
   * @param submitTime not before that of the job added last
   * @param aloneSeconds the least time it can take
   * @param gpuSeconds the least GPU-seconds it can hold
   * @param weight above 0
   */
  void add(double submitTime, double aloneSeconds, double gpuSeconds, double weight) {
    advance(submitTime);
    if (gpuSeconds > 0) {
      sum += weight * aloneSeconds / 2;
      queue.add(new Open(submitTime, gpuSeconds, weight));
    } else {
      sum += weight * aloneSeconds;
    }
  }

  /** Runs the machine until it is empty, after the last job. */
  void drain() {
    advance(Double.POSITIVE_INFINITY);
  }

  /** No schedule has a smaller weighted sum of times from submission to end. */
  double weightedSumSeconds() {
    return sum;
  }

  private void advance(double time) {
    while (!queue.isEmpty() && now < time) {
      Open first = queue.peek();
      double end = now + first.leftGpuSeconds / capacityGpus;
      if (end > time) {
        work(first, time, Math.min(first.leftGpuSeconds, (time - now) * capacityGpus));
        break;
      }
      work(first, end, first.leftGpuSeconds);
      queue.remove();
    }
    now = time;
  }

  private void work(Open job, double until, double gpuSeconds) {
    double middle = now + (until - now) / 2;
    sum += job.weight * gpuSeconds / job.gpuSeconds * (middle - job.submitTime);
    job.leftGpuSeconds -= gpuSeconds;
    now = until;
  }
}
