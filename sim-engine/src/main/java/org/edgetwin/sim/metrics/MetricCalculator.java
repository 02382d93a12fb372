package org.edgetwin.sim.metrics;

/** Computes every deterministic {@link Metric} of a run. Immutable, thread-safe. */
public final class MetricCalculator {
  private final Economics economics;
  private final WarmUp warmUp;

  public MetricCalculator(Economics economics, WarmUp warmUp) {
    this.economics = economics;
    this.warmUp = warmUp;
  }

  /** The figures of a run; those of the wall clock are undefined. */
  public MetricValues compute(RunResult result) {
    throw new UnsupportedOperationException(economics + warmUp.describe() + result);
  }
}
