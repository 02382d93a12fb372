package org.edgetwin.gpu.training;

/**
 * What the data-parallel workers split among them instead of each keeping it whole, for Adam in
 * mixed precision: 2 bytes of weights, 2 of gradients and 12 of optimizer state for each parameter
 * [rajbhandari2020].
 */
public enum ZeroStage {
  NONE(1),
  OPTIMIZER(1),
  GRADIENTS(1),
  /** Weights are gathered for each pass, which makes traffic half as large again. */
  WEIGHTS(1.5);

  private static final double WEIGHT_BYTES = 2;
  private static final double GRADIENT_BYTES = 2;
  private static final double OPTIMIZER_BYTES = 12;

  private final double traffic;

  ZeroStage(double traffic) {
    this.traffic = traffic;
  }

  /** Bytes of gradients for each parameter, as exchanged. */
  static double gradientBytes() {
    return GRADIENT_BYTES;
  }

  /** Traffic of a step over that of an all-reduce of the gradients. */
  public double traffic() {
    return traffic;
  }

  /** Bytes for each parameter on each of {@code workers} data-parallel workers. */
  public double stateBytes(int workers) {
    return WEIGHT_BYTES / split(WEIGHTS, workers)
        + GRADIENT_BYTES / split(GRADIENTS, workers)
        + OPTIMIZER_BYTES / split(OPTIMIZER, workers);
  }

  /** Bytes for each parameter that a worker's optimizer reads or writes, each counted once. */
  public double updatedBytes(int workers) {
    return (WEIGHT_BYTES + GRADIENT_BYTES + OPTIMIZER_BYTES) / split(OPTIMIZER, workers);
  }

  private int split(ZeroStage from, int workers) {
    return compareTo(from) >= 0 ? workers : 1;
  }
}
