package org.edgetwin.gpu.inference;

/**
 * A duration and how sure it is.
 *
 * @param seconds the median
 * @param logStd standard deviation of the logarithm of measured over estimated
 * @param source which part of the model answered
 * @param lawSeconds what the law says by itself
 */
public record Estimate(double seconds, double logStd, Source source, double lawSeconds) {
  /** Which part of the model answered. */
  public enum Source {
    /** Measurements near by explain more than half of the law's error here. */
    MEASURED_NEARBY,
    /** The law, outside of the measured range. */
    LAW
  }

  /**
   * A draw from the estimate.
   *
   * @param normal standard normal: 0 for the median, 1.645 for the 95 % quantile
   */
  public double secondsAt(double normal) {
    return seconds * Math.exp(logStd * normal);
  }
}
