package org.edgetwin.gpu.serving;

/**
 * An iteration that costs a floor, and so much for each token, pair, context token and sample: the
 * roofline of a dense model far from its ridge, where weights are read once per iteration (floor),
 * arithmetic grows with tokens, and decode reads its KV cache.
 *
 * @param floorSeconds of an iteration with nothing in it: weights, launches
 * @param tokenSeconds for each token of the batch
 * @param pairSeconds for each query-key pair in prefill
 * @param contextSeconds for each token of KV cache that a sequence in decode reads
 * @param sampleSeconds for each sequence that gets a token
 */
public record LinearIterationTime(
    double floorSeconds,
    double tokenSeconds,
    double pairSeconds,
    double contextSeconds,
    double sampleSeconds)
    implements IterationTime {
  public LinearIterationTime {
    if (!(floorSeconds > 0) || Double.isInfinite(floorSeconds)) {
      throw new IllegalArgumentException(
          "The floor of an iteration ("
              + floorSeconds
              + " s) must be positive. Maybe give the time to read the weights once.");
    }
    if (!(Math.min(Math.min(tokenSeconds, pairSeconds), Math.min(contextSeconds, sampleSeconds))
        >= 0)) {
      throw new IllegalArgumentException(
          "The costs of an iteration ("
              + tokenSeconds
              + ", "
              + pairSeconds
              + ", "
              + contextSeconds
              + ", "
              + sampleSeconds
              + " s) must not be negative.");
    }
  }

  @Override
  public double seconds(
      int prefillTokens, double prefillPairs, int decodes, long decodeContext, int sampled) {
    return floorSeconds
        + tokenSeconds * (prefillTokens + decodes)
        + pairSeconds * prefillPairs
        + contextSeconds * decodeContext
        + sampleSeconds * sampled;
  }

  @Override
  public double decodeSeconds(int decodes, long decodeContext, int iterations) {
    return ArithmeticSeries.sum(
        decodeFirst(decodes, decodeContext), contextSeconds * decodes, iterations);
  }

  @Override
  public int decodesUntil(int decodes, long decodeContext, int most, double seconds) {
    return ArithmeticSeries.leastTerms(
        decodeFirst(decodes, decodeContext),
        contextSeconds * decodes,
        most,
        ArithmeticSeries.roundedDown(seconds));
  }

  private double decodeFirst(int decodes, long decodeContext) {
    return floorSeconds + (tokenSeconds + sampleSeconds) * decodes + contextSeconds * decodeContext;
  }
}
