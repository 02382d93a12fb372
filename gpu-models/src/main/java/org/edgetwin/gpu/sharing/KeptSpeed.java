package org.edgetwin.gpu.sharing;

/**
 * A forecast of what a job keeps of its solo speed: the logarithm is normal, cut at 0, since no job
 * gains from company.
 *
 * @param logMean mean of the logarithm
 * @param logDeviation standard deviation of the logarithm
 */
public record KeptSpeed(double logMean, double logDeviation) {

  /** The value that is as likely too low as too high. */
  public double median() {
    return Math.min(1, Math.exp(logMean));
  }

  /** Standard deviation of what is kept, to first order in the logarithm's. */
  public double deviation() {
    return median() * logDeviation;
  }

  /**
   * The kept speed so many standard deviations of the logarithm above the median: 1.645 for the
   * upper end of a 90 % interval, -1.645 for the lower.
   */
  public double at(double deviations) {
    return Math.min(1, Math.exp(logMean + deviations * logDeviation));
  }
}
