package org.edgetwin.gpu.training;

import org.edgetwin.gpu.collective.Quantities;

/**
 * Size of a decoder-only transformer.
 *
 * @param parameters N
 * @param layers L
 * @param hidden h, width of the residual stream
 * @param heads a
 * @param sequence s, tokens of a sample
 */
public record TransformerShape(double parameters, int layers, int hidden, int heads, int sequence) {
  private static final int FP16_BYTES = 2;

  public TransformerShape {
    Quantities.positive("parameters", parameters);
    Quantities.atLeast("layers", layers, 1);
    Quantities.atLeast("hidden", hidden, 1);
    Quantities.atLeast("heads", heads, 1);
    Quantities.atLeast("sequence", sequence, 1);
  }

  /**
   * Arithmetic of one forward pass over a sample: 2 N for each token, and 4 L h s / 2 for its
   * causal attention [narayanan2021].
   */
  public double forwardFlopsPerSample() {
    return sequence * (2 * parameters + 2.0 * layers * hidden * sequence);
  }

  /** Activations of a sample between two layers, in fp16. */
  public double boundaryBytesPerSample() {
    return (double) FP16_BYTES * sequence * hidden;
  }
}
