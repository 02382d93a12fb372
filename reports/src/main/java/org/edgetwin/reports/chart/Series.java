package org.edgetwin.reports.chart;

import java.util.Arrays;

/** A line of a chart. */
public final class Series {
  private final String name;
  private final double[] x;
  private final double[] y;

  /**
   * @param name shown in the legend
   * @param x positions, ascending
   * @param y values; NaN breaks the line
   */
  public Series(String name, double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "Series " + name + ": " + x.length + " positions and " + y.length + " values.");
    }
    this.name = name;
    this.x = x.clone();
    this.y = y.clone();
  }

  /** What the legend calls it. */
  public String name() {
    return name;
  }

  /** Number of points. */
  public int size() {
    return x.length;
  }

  /** Position of the i-th point. */
  public double x(int i) {
    return x[i];
  }

  /** Value of the i-th point. */
  public double y(int i) {
    return y[i];
  }

  /** Values that are numbers. */
  public double[] values() {
    return Arrays.stream(y).filter(v -> !Double.isNaN(v)).toArray();
  }

  /** Largest value, or 0 if there is none above. */
  double max() {
    return Math.max(0, Arrays.stream(values()).max().orElse(0));
  }
}
