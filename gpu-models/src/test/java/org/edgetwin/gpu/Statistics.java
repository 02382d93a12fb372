package org.edgetwin.gpu;

import java.util.Arrays;

/** Order statistics of small samples, for tests. */
public final class Statistics {
  private Statistics() {}

  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int count = sorted.length;
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
  }

  public static double min(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  public static double max(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  public static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
