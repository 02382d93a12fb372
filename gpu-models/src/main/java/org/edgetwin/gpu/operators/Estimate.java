package org.edgetwin.gpu.operators;

import org.edgetwin.gpu.table.Require;

/**
 * A predicted time as a log-normal distribution around its median.
 *
 * <p>Its error has two parts: one that all predictions for a GPU model share (the law may be wrong
 * about the GPU), and one of its own. A run that draws the first once per GPU model keeps the
 * speeds of its jobs on that GPU consistent.
 *
 * @param seconds median, s
 * @param sharedLogSd standard deviation of the log error that all predictions of this source for
 *     one GPU model share
 * @param ownLogSd standard deviation of the rest of the log error
 * @param source what answered
 */
public record Estimate(double seconds, double sharedLogSd, double ownLogSd, Source source) {

  /** What an estimate rests on, the firmest first. */
  public enum Source {
    /** Measured on this GPU and interpolated between measurements. */
    TABLE,
    /** The law with corrections fitted to this GPU. */
    CALIBRATED,
    /** The law, corrected half-way by operators measured on this GPU. */
    TABLE_AND_LAW,
    /** The law with nothing but the data sheet of this GPU, or other shapes measured on it. */
    LAW
  }

  public Estimate {
    Require.positive("seconds", seconds);
    Require.notNegative("sharedLogSd", sharedLogSd);
    Require.notNegative("ownLogSd", ownLogSd);
  }

  /** Standard deviation of the whole log error. */
  public double logSd() {
    return Math.hypot(sharedLogSd, ownLogSd);
  }

  /**
   * The time at two standard normal deviates, s.
   *
   * @param shared one draw for all predictions for a GPU model
   * @param own one draw for this prediction
   */
  public double at(double shared, double own) {
    return seconds * Math.exp(sharedLogSd * shared + ownLogSd * own);
  }
}
