package org.edgetwin.gpu.operators;

import org.edgetwin.gpu.table.Require;

/**
 * The sizes of one layer of a language model on one of the GPUs that it is split over.
 *
 * @param heads of queries in the whole model
 * @param kvHeads of keys and values in the whole model
 * @param hidden width of the residual stream
 * @param feedForward width inside the feed-forward block
 * @param gated whether the feed-forward block has a second, gating projection
 * @param postNorm whether a second normalisation precedes the feed-forward block
 * @param tensorParallel GPUs that the layer is split over
 */
public record LayerShape(
    int heads,
    int kvHeads,
    int hidden,
    int feedForward,
    boolean gated,
    boolean postNorm,
    int tensorParallel) {

  public LayerShape {
    Require.positive("heads", heads);
    Require.positive("kvHeads", kvHeads);
    Require.positive("hidden", hidden);
    Require.positive("feedForward", feedForward);
    Require.positive("tensorParallel", tensorParallel);
    if (hidden % heads != 0) {
      throw new IllegalArgumentException(
          "The hidden width ("
              + hidden
              + ") is no multiple of the "
              + heads
              + " heads. Maybe one of the two is of another model?");
    }
  }

  /** The same layer split over another number of GPUs. */
  public LayerShape splitOver(int gpus) {
    return new LayerShape(heads, kvHeads, hidden, feedForward, gated, postNorm, gpus);
  }

  private int headWidth() {
    return hidden / heads;
  }

  /** Width of queries, keys and values together on one GPU. */
  long projectionWidth() {
    return (long) (heads + 2 * kvHeads) * headWidth() / tensorParallel;
  }

  /** Width of queries and keys together on one GPU. */
  double rotatedWidth() {
    return (double) (heads + kvHeads) * headWidth() / tensorParallel;
  }

  /** Width of the attention output on one GPU. */
  long attentionWidth() {
    return hidden / tensorParallel;
  }

  /** Width inside the feed-forward block on one GPU. */
  long innerWidth() {
    return feedForward / tensorParallel;
  }
}
