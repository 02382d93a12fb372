package org.edgetwin.gpu.operators;

import org.edgetwin.gpu.table.Require;

/**
 * The sizes of a dense transformer.
 *
 * @param name for messages
 * @param style which operators a layer has
 * @param hidden width of the residual stream
 * @param layers how many
 * @param heads of attention per layer
 * @param feedForward width inside the feed-forward block
 * @param vocabulary words of the output layer
 */
public record TransformerShape(
    String name, Style style, int hidden, int layers, int heads, int feedForward, int vocabulary) {

  /** Families that differ in the operators that a library runs one by one (eager mode). */
  public enum Style {
    /** One kernel of GELU; the output layer over the vocabulary runs in training only. */
    BERT(false, 1),
    /** Query, key and value from one product; GELU by its tanh formula, kernel by kernel. */
    GPT(true, 9),
    /** ReLU. */
    OPT(false, 1);

    private final boolean joinedProjection;
    private final int activationPasses;

    Style(boolean joinedProjection, int activationPasses) {
      this.joinedProjection = joinedProjection;
      this.activationPasses = activationPasses;
    }

    boolean joinedProjection() {
      return joinedProjection;
    }

    /** How often the activation reads and writes the feed-forward width. */
    int activationPasses() {
      return activationPasses;
    }
  }

  public TransformerShape {
    Require.positive("hidden", hidden);
    Require.positive("layers", layers);
    Require.positive("heads", heads);
    Require.positive("feedForward", feedForward);
    Require.positive("vocabulary", vocabulary);
    if (hidden % heads != 0) {
      throw new IllegalArgumentException(
          "The hidden width of "
              + name
              + " ("
              + hidden
              + ") is no multiple of its "
              + heads
              + " heads. Maybe one of the two is of another model?");
    }
  }

  /**
   * Weights: four square matrices of attention and two of the feed-forward block in each layer, and
   * one embedding that the output layer shares. Biases and norms, below 0.1 %, are left out.
   */
  public double parameters() {
    double layer = 4.0 * hidden * hidden + 2.0 * hidden * feedForward;
    return layers * layer + (double) vocabulary * hidden;
  }

  /** Width of one head. */
  public int headWidth() {
    return hidden / heads;
  }
}
