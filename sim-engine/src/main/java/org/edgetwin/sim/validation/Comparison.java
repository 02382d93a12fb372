package org.edgetwin.sim.validation;

/**
 * One prediction beside its measurement.
 *
 * @param entity what was measured, for the tip of its point
 * @param predicted in the cell's unit
 * @param measured in the cell's unit
 */
public record Comparison(String entity, double predicted, double measured) {
  public Comparison {
    if (!Double.isFinite(predicted) || !Double.isFinite(measured)) {
      throw new IllegalArgumentException(
          entity + " compares " + predicted + " with " + measured + ", which are not two numbers.");
    }
  }

  public double absoluteError() {
    return Math.abs(predicted - measured);
  }

  /** Against the measurement. */
  public double relativeError() {
    return absoluteError() / Math.abs(measured);
  }
}
