package org.edgetwin.agents.gp;

/**
 * A normal law for the log slow-down that would be observed. Its spread holds both what is not
 * known about the machine and the noise of one observation.
 *
 * @param mean expected log slow-down
 * @param sd standard deviation, positive
 */
public record Prediction(double mean, double sd) {
  /**
   * Checks the fields.
   *
   * @throws IllegalArgumentException if the mean is not finite or the sd is not positive and finite
   */
  public Prediction {
    if (!Double.isFinite(mean) || !(sd > 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException("No normal law has mean " + mean + " and sd " + sd + ".");
    }
  }

  /** Natural logarithm of the density at {@code logSlowdown}. */
  public double logDensity(double logSlowdown) {
    double z = (logSlowdown - mean) / sd;
    return -0.5 * z * z - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
  }
}
