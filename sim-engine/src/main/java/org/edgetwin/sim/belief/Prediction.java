package org.edgetwin.sim.belief;

/**
 * A normal law for the log slow-down that would be observed. Its spread holds both what is not
 * known about the machine and the noise of one observation; {@code levelSd} holds the former alone.
 *
 * @param mean expected log slow-down
 * @param sd standard deviation, positive
 * @param levelSd standard deviation of the expected log slow-down itself, from 0 to {@code sd}:
 *     what further observations would reveal
 */
public record Prediction(double mean, double sd, double levelSd) {
  /**
   * Checks the fields.
   *
   * @throws IllegalArgumentException if the mean is not finite, the sd is not positive and finite,
   *     or {@code levelSd} is not between 0 and it
   */
  public Prediction {
    if (!Double.isFinite(mean) || !(sd > 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException("No normal law has mean " + mean + " and sd " + sd + ".");
    }
    if (!(levelSd >= 0) || levelSd > sd) {
      throw new IllegalArgumentException(
          "The sd of the level (" + levelSd + ") is not between 0 and " + sd + ".");
    }
  }

  /** Natural logarithm of the density at {@code logSlowdown}. */
  public double logDensity(double logSlowdown) {
    double z = (logSlowdown - mean) / sd;
    return -0.5 * z * z - Math.log(sd) - 0.5 * Math.log(2 * Math.PI);
  }
}
