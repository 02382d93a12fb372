package org.edgetwin.sim.belief;

/**
 * Learns nothing: every machine runs as fast as nominal, give or take the prior.
 *
 * @param sd standard deviation of every prediction, positive
 */
public record PriorBelief(double sd) implements MachineBelief {
  /**
   * Checks the field.
   *
   * @throws IllegalArgumentException if the sd is not positive and finite
   */
  public PriorBelief {
    if (!(sd > 0) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException("The sd (" + sd + ") is not positive and finite.");
    }
  }

  @Override
  public void observe(Observation observation) {
    // What was seen changes nothing.
  }

  @Override
  public Prediction predict(int machine, int workloadClass, double time) {
    return new Prediction(0, sd, sd);
  }

  @Override
  public MachineBelief copy() {
    return this;
  }
}
