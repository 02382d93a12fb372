package org.edgetwin.calibration.churn;

import java.util.Arrays;

/** A large sample of a law, which stands for the law. Immutable. */
final class SortedSample {
  private final double[] sortedValues;

  SortedSample(double[] values) {
    sortedValues = values.clone();
    Arrays.sort(sortedValues);
  }

  /** The share of values below. */
  double below(double value) {
    int low = 0;
    int high = sortedValues.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sortedValues[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (double) low / sortedValues.length;
  }

  /** The share of values at most this. */
  double upTo(double value) {
    return below(Math.nextUp(value));
  }

  /**
   * The value that this share of the sample does not exceed.
   *
   * @param probability in (0, 1]
   */
  double quantile(double probability) {
    return sortedValues[(int) Math.ceil(probability * sortedValues.length) - 1];
  }
}
