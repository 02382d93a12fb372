package org.edgetwin.gpu.training;

/** Which activations the backward pass computes again instead of keeping them [korthikanti2023]. */
public enum Recompute {
  /** All are kept: s b h (34 + 5 a s / h) bytes for a layer. */
  NONE(3, 4),
  /** Attention scores are computed again, or never stored: 34 s b h. */
  SELECTIVE(3, 4),
  /** Only the input of each layer is kept, 2 s b h, and its forward pass runs twice. */
  FULL(4, 6);

  private static final double LAYER_BYTES = 34;
  private static final double SCORE_BYTES = 5;
  private static final double INPUT_BYTES = 2;

  private final int passes;
  private final int tensorReduces;

  Recompute(int passes, int tensorReduces) {
    this.passes = passes;
    this.tensorReduces = tensorReduces;
  }

  /** Cost of a step in forward passes: forward, twice that backward, and what runs again. */
  public int passes() {
    return passes;
  }

  /** All-reduces of a layer split over GPUs: two forward, two backward, two for what runs again. */
  public int tensorReduces() {
    return tensorReduces;
  }

  /** Bytes that stay in memory of a layer and a sample between its forward and backward pass. */
  public double keptBytes(TransformerSize shape) {
    return switch (this) {
      case NONE -> workingBytes(shape);
      case SELECTIVE -> LAYER_BYTES * shape.sequence() * shape.hidden();
      case FULL -> INPUT_BYTES * shape.sequence() * shape.hidden();
    };
  }

  /** Bytes of a layer and a sample while its backward pass runs, nothing left out. */
  static double workingBytes(TransformerSize shape) {
    double scores = SCORE_BYTES * shape.heads() * shape.sequence() / shape.hidden();
    return (LAYER_BYTES + scores) * shape.sequence() * shape.hidden();
  }
}
