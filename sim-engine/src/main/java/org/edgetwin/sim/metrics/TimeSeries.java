package org.edgetwin.sim.metrics;

import java.util.Arrays;

/**
 * Time averages over equal intervals. When there are more intervals than wanted, neighbours are
 * merged, so a run of any length leaves between half the wanted number and all of it, and every
 * value is an exact average.
 */
public final class TimeSeries {
  private final int columns;
  private final int capacity;
  private double intervalSeconds;
  private int size;
  private double[][] valueArray;

  /**
   * An empty series.
   *
   * @param columns number of quantities
   * @param capacity largest number of intervals; even
   * @param intervalSeconds length of the first interval
   */
  public TimeSeries(int columns, int capacity, double intervalSeconds) {
    this.columns = columns;
    this.capacity = capacity;
    this.intervalSeconds = intervalSeconds;
    valueArray = new double[columns][capacity];
  }

  /** Length of the intervals as they are now. */
  public double intervalSeconds() {
    return intervalSeconds;
  }

  /** End of the interval that is not yet complete. */
  public double nextEnd() {
    return (size + 1) * intervalSeconds;
  }

  public int size() {
    return size;
  }

  /** Average of a quantity over an interval. */
  public double value(int column, int interval) {
    return valueArray[column][interval];
  }

  /** Closes the open interval. */
  public void append(double[] averages) {
    for (int c = 0; c < columns; c++) {
      valueArray[c][size] = averages[c];
    }
    size++;
    if (size == capacity) {
      mergeNeighbours();
    }
  }

  private void mergeNeighbours() {
    for (double[] column : valueArray) {
      for (int i = 0; i < size / 2; i++) {
        column[i] = (column[2 * i] + column[2 * i + 1]) / 2;
      }
    }
    size /= 2;
    intervalSeconds *= 2;
  }

  public TimeSeries copy() {
    TimeSeries copy = new TimeSeries(columns, capacity, intervalSeconds);
    copy.size = size;
    copy.valueArray = Arrays.stream(valueArray).map(double[]::clone).toArray(double[][]::new);
    return copy;
  }
}
