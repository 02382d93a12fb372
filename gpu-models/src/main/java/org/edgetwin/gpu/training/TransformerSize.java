package org.edgetwin.gpu.training;

import org.edgetwin.gpu.operators.TransformerShape;
import org.edgetwin.gpu.table.Require;

/**
 * Size of a decoder-only transformer.
 *
 * @param parameters N
 * @param layers L
 * @param hidden h, width of the residual stream
 * @param heads a
 * @param sequence s, tokens of a sample
 */
public record TransformerSize(double parameters, int layers, int hidden, int heads, int sequence) {
  private static final int FP16_BYTES = 2;

  public TransformerSize {
    Require.positive("parameters", parameters);
    Require.atLeast("layers", layers, 1);
    Require.atLeast("hidden", hidden, 1);
    Require.atLeast("heads", heads, 1);
    Require.atLeast("sequence", sequence, 1);
  }

  /** Of a model whose operators are known, on sequences of so many tokens. */
  public static TransformerSize of(TransformerShape shape, int sequence) {
    return new TransformerSize(
        shape.parameters(), shape.layers(), shape.hidden(), shape.heads(), sequence);
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
