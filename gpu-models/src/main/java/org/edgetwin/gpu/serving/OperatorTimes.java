package org.edgetwin.gpu.serving;

/**
 * The duration of an iteration as the sum of its operators' measured times.
 *
 * <ul>
 *   <li>dense operators (projections, norms, activation, experts, embedding) by the tokens of the
 *       batch, rounded up to the next captured CUDA graph where there is one;
 *   <li>operators on sequences (head, sampler) by the sequences that get a token;
 *   <li>attention by the whole batch, see {@link AttentionTable}. Several chunks are looked up as
 *       one with the same tokens and pairs; if that is impossible (they have fewer pairs than one
 *       chunk without history), as one without history with the same pairs. Contexts of decodes are
 *       taken to be equal.
 * </ul>
 *
 * <p>Limits: no time between kernels and none of the scheduler; see {@code docs/models/serving.md}.
 */
public final class OperatorTimes implements IterationTime {
  private final double[] tokenSeconds;

  private final double[] sequenceSeconds;
  private final AttentionTable attention;
  private final int layers;
  private final DecodeTable decodeTable;

  OperatorTimes(
      double[] tokenSeconds, double[] sequenceSeconds, AttentionTable attention, int layers) {
    this.tokenSeconds = tokenSeconds;
    this.sequenceSeconds = sequenceSeconds;
    this.attention = attention;
    this.layers = layers;
    decodeTable =
        new DecodeTable(
            sequenceSeconds.length - 1,
            attention.contextAxis(),
            (decodes, context) -> layers * attention.seconds(0, 0, decodes, context));
  }

  @Override
  public double seconds(
      int prefillTokens, double prefillPairs, int decodes, long decodeContext, int sampled) {
    double fixed = fixedSeconds(prefillTokens + decodes, sampled);
    if (prefillTokens == 0) {
      return fixed + decodeTable.seconds(decodes, (double) decodeContext / decodes);
    }
    double chunk = prefillTokens;
    double history = prefillPairs / chunk - chunk / 2;
    if (history < 0) {
      chunk = Math.sqrt(2 * prefillPairs);
      history = 0;
    }
    double context = decodes == 0 ? 0 : (double) decodeContext / decodes;
    return fixed + layers * attention.seconds(chunk, history, decodes, context);
  }

  @Override
  public double decodeSeconds(int decodes, long decodeContext, int iterations) {
    return decodeTable.sum(
        fixedSeconds(decodes, decodes), decodes, (double) decodeContext / decodes, iterations);
  }

  @Override
  public int decodesUntil(int decodes, long decodeContext, int most, double seconds) {
    return decodeTable.until(
        fixedSeconds(decodes, decodes), decodes, (double) decodeContext / decodes, most, seconds);
  }

  private double fixedSeconds(int tokens, int sampled) {
    if (tokens >= tokenSeconds.length || sampled >= sequenceSeconds.length) {
      throw new IllegalArgumentException(
          "The operator times end at "
              + (tokenSeconds.length - 1)
              + " tokens and "
              + (sequenceSeconds.length - 1)
              + " sequences; the iteration has "
              + tokens
              + " and "
              + sampled
              + ". Maybe lower the engine's limits, or build the times for larger ones.");
    }
    return tokenSeconds[tokens] + sequenceSeconds[sampled];
  }
}
