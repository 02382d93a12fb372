package org.edgetwin.gpu.operators;

/**
 * What a pass asks of a GPU, summed over its operators: what {@link TransferLaw} needs of it.
 *
 * @param linearFlops of linear layers, inflated by waves that are not full
 * @param attentionFlops of batched products, inflated likewise
 * @param normalisationBytes forward traffic of softmax and layer normalisation, byte
 * @param scoreBytes forward traffic of scaling and masking, byte
 * @param activationBytes forward traffic of activation functions, byte
 * @param hiddenBytes forward traffic of sums and changes of layout, byte
 * @param layers how many
 * @param training whether the backward pass is included
 */
public record PassWork(
    double linearFlops,
    double attentionFlops,
    double normalisationBytes,
    double scoreBytes,
    double activationBytes,
    double hiddenBytes,
    int layers,
    boolean training) {
  /** Columns of the output tile of the usual FP32 kernels. */
  private static final long TILE_COLUMNS = 128;

  /**
   * The work of a pass on a GPU with so many multiprocessors. FLOP count more where the last wave
   * of blocks is not full: by the root of the fill, since libraries choose their tiles to soften
   * it.
   */
  public static PassWork of(TransformerPass pass, int multiprocessors) {
    double linear = 0;
    double attention = 0;
    for (TransformerPass.Counted counted : pass.products()) {
      MatrixProduct product = counted.product();
      double flops =
          counted.count()
              * product.flops()
              / Math.sqrt(product.waveFill(multiprocessors, TILE_COLUMNS));
      if (counted.attention()) {
        attention += flops;
      } else {
        linear += flops;
      }
    }
    return new PassWork(
        linear,
        attention,
        pass.normalisationBytes(),
        pass.scoreBytes(),
        pass.activationBytes(),
        pass.hiddenBytes(),
        pass.shape().layers(),
        pass.training());
  }
}
