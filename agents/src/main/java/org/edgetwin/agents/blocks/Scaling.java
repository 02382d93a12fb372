package org.edgetwin.agents.blocks;

import ai.djl.ndarray.NDArray;

/**
 * Multiplication by a number, for what a gradient flows through.
 *
 * <p>{@link NDArray#mul(Number)} of DJL 0.35.1 puts the number into a Java buffer that is garbage
 * as soon as the call returns, while the recorded graph still points to it: if the garbage
 * collector comes before the backward pass, the gradient is scaled by whatever lies there then.
 * Here the number lives as long as the manager of the array.
 */
public final class Scaling {
  private Scaling() {}

  /** {@code factor * array}, in float arithmetic. */
  public static NDArray times(NDArray array, double factor) {
    return array.mul(array.getManager().create((float) factor));
  }
}
