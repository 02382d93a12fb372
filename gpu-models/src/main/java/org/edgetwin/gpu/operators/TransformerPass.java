package org.edgetwin.gpu.operators;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.table.Require;

/**
 * One pass of a batch through a transformer in FP32 on one GPU: forward, or forward and backward
 * without the optimiser's step. Knows the operators and their sizes, not their times.
 *
 * @param shape the model
 * @param batch sequences
 * @param tokens per sequence
 * @param training whether the backward pass is included
 */
public record TransformerPass(TransformerShape shape, int batch, int tokens, boolean training) {
  /** Reads a number and writes one, FP32. */
  private static final double PASS_BYTES = 8;

  /** Passes over the attention scores beside softmax: scale and mask. */
  private static final int SCORE_PASSES = 2;

  /** Passes over the residual stream per layer: two sums, four changes of layout, one bias. */
  private static final int HIDDEN_PASSES = 7;

  public TransformerPass {
    Require.positive("batch", batch);
    Require.positive("tokens", tokens);
  }

  /**
   * A matrix product and how often the pass runs it.
   *
   * @param count times
   * @param attention whether it is a batched product of attention rather than a linear layer
   */
  public record Counted(int count, MatrixProduct product, boolean attention) {}

  /** All matrix products. A backward pass has two for each of the forward pass. */
  public List<Counted> products() {
    List<Counted> products = new ArrayList<>();
    long rows = (long) batch * tokens;
    long hidden = shape.hidden();
    int layers = shape.layers();
    if (shape.style().joinedProjection()) {
      linear(products, layers, MatrixProduct.linear(rows, 3 * hidden, hidden));
    } else {
      linear(products, 3 * layers, MatrixProduct.linear(rows, hidden, hidden));
    }
    long sequences = (long) batch * shape.heads();
    attention(products, new MatrixProduct(sequences, tokens, tokens, shape.headWidth()));
    attention(products, new MatrixProduct(sequences, tokens, shape.headWidth(), tokens));
    linear(products, layers, MatrixProduct.linear(rows, hidden, hidden));
    linear(products, layers, MatrixProduct.linear(rows, shape.feedForward(), hidden));
    linear(products, layers, MatrixProduct.linear(rows, hidden, shape.feedForward()));
    boolean bert = shape.style() == TransformerShape.Style.BERT;
    if (!bert || training) {
      linear(products, 1, MatrixProduct.linear(rows, shape.vocabulary(), hidden));
    }
    if (bert && training) {
      linear(products, 1, MatrixProduct.linear(rows, hidden, hidden));
    }
    return products;
  }

  /** Traffic of softmax and layer normalisation going forward, byte. */
  public double normalisationBytes() {
    double norms = (2.0 * shape.layers() + 1) * batch * tokens * shape.hidden();
    return PASS_BYTES * (norms + shape.layers() * scores());
  }

  /** Traffic of scaling and masking attention scores going forward, byte. */
  public double scoreBytes() {
    return PASS_BYTES * SCORE_PASSES * shape.layers() * scores();
  }

  /** Traffic of the activation function going forward, byte. */
  public double activationBytes() {
    double width = (double) batch * tokens * shape.feedForward();
    return PASS_BYTES * shape.style().activationPasses() * shape.layers() * width;
  }

  /** Traffic of sums and changes of layout of the residual stream going forward, byte. */
  public double hiddenBytes() {
    return PASS_BYTES * HIDDEN_PASSES * shape.layers() * ((double) batch * tokens * shape.hidden());
  }

  private double scores() {
    return (double) batch * shape.heads() * tokens * tokens;
  }

  private void linear(List<Counted> products, int count, MatrixProduct forward) {
    add(products, count, forward, false);
    if (training) {
      long m = forward.rows();
      long n = forward.columns();
      long k = forward.inner();
      add(products, count, MatrixProduct.linear(m, k, n), false);
      add(products, count, MatrixProduct.linear(n, k, m), false);
    }
  }

  private void attention(List<Counted> products, MatrixProduct forward) {
    int layers = shape.layers();
    add(products, layers, forward, true);
    if (training) {
      long b = forward.batch();
      long m = forward.rows();
      long n = forward.columns();
      long k = forward.inner();
      add(products, layers, new MatrixProduct(b, m, k, n), true);
      add(products, layers, new MatrixProduct(b, n, k, m), true);
    }
  }

  private static void add(
      List<Counted> products, int count, MatrixProduct product, boolean attention) {
    products.add(new Counted(count, product, attention));
  }
}
