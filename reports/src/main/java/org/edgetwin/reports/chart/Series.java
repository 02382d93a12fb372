package org.edgetwin.reports.chart;

/**
 * A line of a chart.
 *
 * @param name shown in the legend
 * @param x positions, ascending
 * @param y values; NaN breaks the line
 */
public record Series(String name, double[] x, double[] y) {
  public Series {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "Series " + name + ": " + x.length + " positions and " + y.length + " values.");
    }
  }
}
