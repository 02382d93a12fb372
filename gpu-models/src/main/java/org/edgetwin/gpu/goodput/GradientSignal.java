package org.edgetwin.gpu.goodput;

import java.util.Arrays;
import org.edgetwin.gpu.table.Require;

/**
 * How much of a job's gradients is signal and how much noise, by phase of its training and by batch
 * size. With |g|^2 the squared length of the true gradient and v the variance of one estimated from
 * the initial batch, the share of signal is s = |g|^2 / (|g|^2 + v), and a batch S times the
 * initial one gets the job on as far as
 *
 * <pre>gain = (v + |g|^2) / (v / S + |g|^2) = S / (1 + (S - 1) s) </pre>
 *
 * <p>initial ones [pollux2021]. Nearly all noise (s = 0): a large batch is worth all its samples.
 * All signal (s = 1): it is worth no more than the initial one.
 *
 * <p>Between two batch sizes s is linear in the batch; beyond them it stays. Immutable.
 */
public final class GradientSignal {
  private final double[] untilArray;
  private final double[] batchArray;
  private final double[][] shareArray;

  /**
   * A table.
   *
   * @param until for each phase, the share of the training that is done at its end; ascending, the
   *     last is 1
   * @param batches ascending batch sizes
   * @param shares for each phase, the share of signal at each batch size, in [0, 1]
   */
  public GradientSignal(double[] until, double[] batches, double[][] shares) {
    untilArray = until.clone();
    batchArray = batches.clone();
    shareArray = Arrays.stream(shares).map(double[]::clone).toArray(double[][]::new);
    requireAscending("until", untilArray);
    requireAscending("batches", batchArray);
    if (untilArray[untilArray.length - 1] != 1 || shareArray.length != untilArray.length) {
      throw new IllegalArgumentException(
          "The phases end at %s and have %d rows. Maybe the last one, until 1, is missing."
              .formatted(Arrays.toString(untilArray), shareArray.length));
    }
    for (double[] row : shareArray) {
      if (row.length != batchArray.length) {
        throw new IllegalArgumentException(
            "A phase has %d shares for %d batches.".formatted(row.length, batchArray.length));
      }
      Arrays.stream(row).forEach(share -> Require.share("signal share", share));
    }
  }

  private static void requireAscending(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > (i == 0 ? 0 : values[i - 1]))) {
        throw new IllegalArgumentException(
            "The %s %s do not ascend from above 0.".formatted(name, Arrays.toString(values)));
      }
    }
  }

  /** The same share of signal from beginning to end. */
  public static GradientSignal constant(double share) {
    return new GradientSignal(new double[] {1}, new double[] {1}, new double[][] {{share}});
  }

  /** Number of phases. */
  public int phases() {
    return untilArray.length;
  }

  /** Share of the training that is done at the end of a phase. */
  public double until(int phase) {
    return untilArray[phase];
  }

  /** Share of signal in a phase at a batch size. */
  public double share(int phase, double batch) {
    double[] row = shareArray[phase];
    int found = Arrays.binarySearch(batchArray, batch);
    if (found >= 0) {
      return row[found];
    }
    int above = -found - 1;
    if (above == 0 || above == row.length) {
      return row[above == 0 ? 0 : above - 1];
    }
    double weight = (batch - batchArray[above - 1]) / (batchArray[above] - batchArray[above - 1]);
    return row[above - 1] + weight * (row[above] - row[above - 1]);
  }
}
