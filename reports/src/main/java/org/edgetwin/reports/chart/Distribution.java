package org.edgetwin.reports.chart;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The cumulative distribution of a duration over all jobs, also those to which it did not happen:
 * the curve of completion times ends below 100 % when jobs did not finish.
 */
public final class Distribution {
  private static final int MAX_POINTS = 400;

  private final String name;
  private final double[] sorted;
  private final int jobs;

  private Distribution(String name, double[] sorted, int jobs) {
    this.name = name;
    this.sorted = sorted;
    this.jobs = jobs;
  }

  /** The distribution of the values that are numbers, among all. */
  public static Distribution of(String name, DoubleStream values) {
    double[] all = values.toArray();
    double[] happened = Arrays.stream(all).filter(v -> !Double.isNaN(v)).sorted().toArray();
    return new Distribution(name, happened, all.length);
  }

  /** Whose durations these are. */
  public String name() {
    return name;
  }

  /** How many jobs it happened to. */
  public int happened() {
    return sorted.length;
  }

  /** All jobs. */
  public int jobs() {
    return jobs;
  }

  /** Smallest value, or 0 if there is none. */
  double min() {
    return sorted.length == 0 ? 0 : sorted[0];
  }

  /** Largest value, or 0 if there is none. */
  public double max() {
    return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
  }

  /**
   * The value within which a share of all jobs is, or NaN if fewer than that share got there.
   *
   * @param share in (0, 1]
   */
  public double quantile(double share) {
    int rank = (int) Math.ceil(share * jobs - 1e-9);
    return rank >= 1 && rank <= sorted.length ? sorted[rank - 1] : Double.NaN;
  }

  /** The curve as steps, thinned to at most {@value #MAX_POINTS} of them. */
  Series steps() {
    int n = Math.min(MAX_POINTS, sorted.length);
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    double before = 0;
    for (int i = 0; i < n; i++) {
      int rank = n == 1 ? 0 : (int) Math.round((double) i * (sorted.length - 1) / (n - 1));
      x[2 * i] = sorted[rank];
      x[2 * i + 1] = sorted[rank];
      y[2 * i] = before;
      before = (rank + 1.0) / jobs;
      y[2 * i + 1] = before;
    }
    return new Series(name, x, y);
  }
}
