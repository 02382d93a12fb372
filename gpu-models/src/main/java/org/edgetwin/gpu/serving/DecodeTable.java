package org.edgetwin.gpu.serving;

/**
 * Part of the duration of an iteration with sequences in decode only, by their number and their
 * mean context: straight between the contexts of an axis, constant before the first, continued
 * straight after the last.
 *
 * <p>From one iteration to the next the mean context grows by one, so the times on a straight piece
 * are an arithmetic series: a sum over many iterations costs as much as the pieces that it crosses.
 */
final class DecodeTable {
  /** What the table holds. */
  interface Entry {
    double seconds(int decodes, double context);
  }

  private final double[] contextAxis;

  /** {@code [decodes][context]}, seconds. */
  private final double[][] rows;

  /**
   * Fills the table.
   *
   * @param contextAxis increasing, at least two
   */
  DecodeTable(int maxDecodes, double[] contextAxis, Entry entry) {
    this.contextAxis = contextAxis;
    rows = new double[maxDecodes + 1][contextAxis.length];
    for (int decodes = 1; decodes <= maxDecodes; decodes++) {
      for (int i = 0; i < contextAxis.length; i++) {
        rows[decodes][i] = entry.seconds(decodes, contextAxis[i]);
      }
    }
  }

  double seconds(int decodes, double context) {
    return seconds(rows[decodes], segment(context), context);
  }

  /** The segment of the axis that a context lies in; -1 before the first point. */
  private int segment(double context) {
    return context < contextAxis[0] ? -1 : PiecewiseLinear.segment(contextAxis, context);
  }

  /** The segment of a context that is not before an earlier one. */
  private int segmentFrom(int earlier, double context) {
    int segment = earlier;
    while (segment < contextAxis.length - 2 && context > contextAxis[segment + 1]) {
      segment++;
    }
    return segment;
  }

  private double seconds(double[] row, int segment, double context) {
    if (segment < 0) {
      return row[0];
    }
    double start = contextAxis[segment];
    double fraction = (context - start) / (contextAxis[segment + 1] - start);
    return row[segment] + fraction * (row[segment + 1] - row[segment]);
  }

  /**
   * Seconds of some iterations in a row.
   *
   * @param fixedSeconds beside the table, in each of them
   * @param context mean context in the first
   */
  double sum(double fixedSeconds, int decodes, double context, int iterations) {
    double[] row = rows[decodes];
    double sum = iterations * fixedSeconds;
    int done = 0;
    int piece = segment(context);
    while (done < iterations) {
      double first = context + done;
      piece = segmentFrom(piece, first);
      int here = Math.min(iterations - done, iterationsIn(piece, first));
      sum += 0.5 * here * (seconds(row, piece, first) + seconds(row, piece, first + here - 1));
      done += here;
    }
    return sum;
  }

  /** See {@link IterationTime#decodesUntil}. */
  int until(double fixedSeconds, int decodes, double context, int most, double seconds) {
    double[] row = rows[decodes];
    double left = ArithmeticSeries.roundedDown(seconds);
    int done = 0;
    int piece = segment(context);
    while (true) {
      double firstContext = context + done;
      piece = segmentFrom(piece, firstContext);
      int here = Math.min(most - done, iterationsIn(piece, firstContext));
      double first = fixedSeconds + seconds(row, piece, firstContext);
      double last = fixedSeconds + seconds(row, piece, firstContext + here - 1);
      double sum = 0.5 * here * (first + last);
      if (sum >= left || done + here >= most) {
        double growth = here == 1 ? 0 : (last - first) / (here - 1);
        return done + ArithmeticSeries.leastTerms(first, growth, here, left);
      }
      left -= sum;
      done += here;
    }
  }

  /** How many contexts from this one on, one apart, lie in its straight piece; at least 1. */
  private int iterationsIn(int piece, double context) {
    return piece == contextAxis.length - 2
        ? Integer.MAX_VALUE
        : 1 + (int) (contextAxis[piece + 1] - context);
  }
}
