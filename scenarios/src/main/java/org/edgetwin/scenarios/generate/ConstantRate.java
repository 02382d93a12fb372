package org.edgetwin.scenarios.generate;

/**
 * A rate that never changes.
 *
 * @param rate per second
 */
record ConstantRate(double rate) implements RateSteps {
  @Override
  public double end() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public void advance() {
    throw new IllegalStateException("A constant rate never ends.");
  }

  @Override
  public ConstantRate copy() {
    return this;
  }
}
