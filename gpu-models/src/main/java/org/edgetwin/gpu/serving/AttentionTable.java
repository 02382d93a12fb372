package org.edgetwin.gpu.serving;

import java.util.Arrays;

/**
 * Measured time of the attention operator of one layer over batches of one prompt chunk and some
 * sequences in decode, in one launch.
 *
 * <p>Four axes: tokens of the chunk, tokens of its prompt before it, sequences in decode, context
 * of each of these. Linear between the points of each axis, continued straight after the last. The
 * two kinds of work must be looked up together: they share one kernel, so their times do not add
 * up.
 *
 * <p>A point that was not measured with both kinds of work is taken to differ from the next smaller
 * number of decodes as it does without a chunk.
 */
public final class AttentionTable {
  private final double[] chunkAxis;
  private final double[] historyAxis;
  private final double[] decodeAxis;
  private final double[] contextAxis;

  /** {@code [chunk][history][decode][context]}, seconds; NaN where not measured. */
  private final double[] timeArray;

  /**
   * An empty table; fill it with {@link #set}.
   *
   * @param chunkAxis increasing, the first 0
   * @param historyAxis increasing, the first 0
   * @param decodeAxis increasing, the first 0
   * @param contextAxis increasing, the first positive
   */
  AttentionTable(
      double[] chunkAxis, double[] historyAxis, double[] decodeAxis, double[] contextAxis) {
    this.chunkAxis = checked("chunk", chunkAxis);
    this.historyAxis = checked("history", historyAxis);
    this.decodeAxis = checked("decode", decodeAxis);
    this.contextAxis = contextAxis.clone();
    timeArray =
        new double[chunkAxis.length * historyAxis.length * decodeAxis.length * contextAxis.length];
    Arrays.fill(timeArray, Double.NaN);
  }

  private static double[] checked(String name, double[] axis) {
    if (axis.length < 2 || axis[0] != 0) {
      throw new IllegalArgumentException(
          "The "
              + name
              + " axis of an attention table must start at 0 and go on: "
              + Arrays.toString(axis)
              + ". Maybe the profile has no batches without it.");
    }
    return axis.clone();
  }

  /** Sets a point, given by its place on each axis. */
  void set(int chunk, int history, int decode, int context, double seconds) {
    timeArray[place(chunk, history, decode, context)] = seconds;
  }

  /** Gives the points that were not measured a value. */
  void complete() {
    for (int chunk = 0; chunk < chunkAxis.length; chunk++) {
      for (int history = 0; history < historyAxis.length; history++) {
        for (int decode = 0; decode < decodeAxis.length; decode++) {
          for (int context = 0; context < contextAxis.length; context++) {
            complete(chunk, history, decode, context);
          }
        }
      }
    }
  }

  private void complete(int chunk, int history, int decode, int context) {
    int place = place(chunk, history, decode, context);
    if (chunk == 0 && decode == 0) {
      timeArray[place] = 0;
    } else if (chunk == 0 && history > 0) {
      timeArray[place] = timeArray[place(0, 0, decode, context)];
    } else if (decode == 0 && context > 0) {
      timeArray[place] = timeArray[place(chunk, history, 0, 0)];
    } else if (Double.isNaN(timeArray[place]) && chunk > 0 && decode > 0) {
      timeArray[place] =
          timeArray[place(chunk, history, decode - 1, context)]
              + timeArray[place(0, 0, decode, context)]
              - timeArray[place(0, 0, decode - 1, context)];
    }
    if (Double.isNaN(timeArray[place])) {
      throw new IllegalArgumentException(
          "The attention profile lacks the point of "
              + chunkAxis[chunk]
              + " tokens after "
              + historyAxis[history]
              + " with "
              + decodeAxis[decode]
              + " decodes of "
              + contextAxis[context]
              + ".");
    }
  }

  /**
   * Seconds of one layer's attention.
   *
   * @param chunk tokens of the chunk, not negative
   * @param history tokens before it
   * @param decodes sequences in decode
   * @param context mean context of these
   */
  public double seconds(double chunk, double history, double decodes, double context) {
    int chunkPlace = PiecewiseLinear.segment(chunkAxis, chunk);
    double chunkFraction = fraction(chunkAxis, chunkPlace, chunk);
    int decodePlace = 0;
    double decodeFraction = 0;
    int contextPlace = 0;
    double contextFraction = 0;
    if (decodes > 0) {
      decodePlace = PiecewiseLinear.segment(decodeAxis, decodes);
      decodeFraction = fraction(decodeAxis, decodePlace, decodes);
      contextPlace = PiecewiseLinear.segment(contextAxis, context);
      contextFraction = Math.max(0, fraction(contextAxis, contextPlace, context));
    }
    int historyPlace = 0;
    double historyFraction = 0;
    if (history > 0) {
      historyPlace = PiecewiseLinear.segment(historyAxis, history);
      historyFraction = fraction(historyAxis, historyPlace, history);
    }
    double sum = 0;
    for (int corner = 0; corner < 4; corner++) {
      int right = corner & 1;
      int further = corner >> 1;
      double weight =
          (right == 0 ? 1 - chunkFraction : chunkFraction)
              * (further == 0 ? 1 - historyFraction : historyFraction);
      if (weight != 0) {
        int row = place(chunkPlace + right, historyPlace + further, decodePlace, contextPlace);
        sum += weight * overDecodes(row, decodeFraction, contextFraction);
      }
    }
    return sum;
  }

  /** Between two points of the axes of decodes and of contexts. */
  private double overDecodes(int row, double decodeFraction, double contextFraction) {
    double low = overContext(row, contextFraction);
    return decodeFraction == 0
        ? low
        : low + decodeFraction * (overContext(row + contextAxis.length, contextFraction) - low);
  }

  private double overContext(int row, double fraction) {
    return fraction == 0
        ? timeArray[row]
        : timeArray[row] + fraction * (timeArray[row + 1] - timeArray[row]);
  }

  private static double fraction(double[] axis, int place, double x) {
    return (x - axis[place]) / (axis[place + 1] - axis[place]);
  }

  private int place(int chunk, int history, int decode, int context) {
    return ((chunk * historyAxis.length + history) * decodeAxis.length + decode)
            * contextAxis.length
        + context;
  }

  /** The points of the context axis; between them the time is straight. */
  double[] contextAxis() {
    return contextAxis.clone();
  }
}
