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
  private final double[] contextAxis;

  /** {@code [decodes][context]}: attention of decodes alone, all layers, seconds. */
  private final double[][] decodeRows;

  OperatorTimes(
      double[] tokenSeconds, double[] sequenceSeconds, AttentionTable attention, int layers) {
    this.tokenSeconds = tokenSeconds;
    this.sequenceSeconds = sequenceSeconds;
    this.attention = attention;
    this.layers = layers;
    contextAxis = attention.contextAxis();
    decodeRows = new double[sequenceSeconds.length][contextAxis.length];
    for (int decodes = 1; decodes < decodeRows.length; decodes++) {
      for (int i = 0; i < contextAxis.length; i++) {
        decodeRows[decodes][i] = layers * attention.seconds(0, 0, decodes, contextAxis[i]);
      }
    }
  }

  @Override
  public double seconds(
      int prefillTokens, double prefillPairs, int decodes, long decodeContext, int sampled) {
    double fixed = fixedSeconds(prefillTokens + decodes, sampled);
    if (prefillTokens == 0) {
      return fixed + rowSeconds(decodes, (double) decodeContext / decodes);
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

  /** Straight pieces are summed by their mean, so the cost is that of the pieces crossed. */
  @Override
  public double decodeSeconds(int decodes, long decodeContext, int iterations) {
    double sum = iterations * fixedSeconds(decodes, decodes);
    double context = (double) decodeContext / decodes;
    int done = 0;
    while (done < iterations) {
      double first = context + done;
      int here = Math.min(iterations - done, iterationsInPiece(first));
      double ends = rowSeconds(decodes, first) + rowSeconds(decodes, first + here - 1);
      sum += 0.5 * here * ends;
      done += here;
    }
    return sum;
  }

  /** How many contexts from this one on, one apart, lie in its straight piece; at least 1. */
  private int iterationsInPiece(double context) {
    if (context < contextAxis[0]) {
      return 1 + (int) (contextAxis[0] - context);
    }
    int segment = PiecewiseLinear.segment(contextAxis, context);
    return segment == contextAxis.length - 2
        ? Integer.MAX_VALUE
        : 1 + (int) (contextAxis[segment + 1] - context);
  }

  private double rowSeconds(int decodes, double context) {
    double[] row = decodeRows[decodes];
    if (context <= contextAxis[0]) {
      return row[0];
    }
    int i = PiecewiseLinear.segment(contextAxis, context);
    double fraction = (context - contextAxis[i]) / (contextAxis[i + 1] - contextAxis[i]);
    return row[i] + fraction * (row[i + 1] - row[i]);
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
