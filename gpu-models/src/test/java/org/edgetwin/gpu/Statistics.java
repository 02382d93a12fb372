package org.edgetwin.gpu;

import java.util.Arrays;

/** Order statistics of small samples, for tests. */
final class Statistics {
  private Statistics() {}

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int count = sorted.length;
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
  }

  static double min(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
