package org.edgetwin.gpu.serving;

import java.util.Arrays;

/**
 * A function given at some points, straight between them: constant before the first, continued
 * straight after the last.
 */
public final class PiecewiseLinear {
  private final double[] xArray;
  private final double[] yArray;

  /**
   * The function through some points.
   *
   * @param xArray increasing, at least one
   * @param yArray as many, finite
   */
  public PiecewiseLinear(double[] xArray, double[] yArray) {
    if (xArray.length == 0 || xArray.length != yArray.length) {
      throw new IllegalArgumentException(
          "A table needs as many times ("
              + yArray.length
              + ") as sizes ("
              + xArray.length
              + "), and at least one.");
    }
    for (int i = 1; i < xArray.length; i++) {
      if (!(xArray[i] > xArray[i - 1])) {
        throw new IllegalArgumentException(
            "The sizes of a table must increase, but "
                + xArray[i]
                + " comes after "
                + xArray[i - 1]
                + ". Maybe sort the rows.");
      }
    }
    for (double y : yArray) {
      if (!Double.isFinite(y)) {
        throw new IllegalArgumentException("The time " + y + " in a table is not a number.");
      }
    }
    this.xArray = xArray.clone();
    this.yArray = yArray.clone();
  }

  public double at(double x) {
    int last = xArray.length - 1;
    if (last == 0 || x <= xArray[0]) {
      return yArray[0];
    }
    int i = segment(xArray, x);
    double fraction = (x - xArray[i]) / (xArray[i + 1] - xArray[i]);
    return yArray[i] + fraction * (yArray[i + 1] - yArray[i]);
  }

  /** The last of the points. */
  double end() {
    return xArray[xArray.length - 1];
  }

  /**
   * The segment of an axis that a value lies in or, outside, is nearest to: the index of its left
   * end.
   */
  static int segment(double[] axis, double x) {
    int found = Arrays.binarySearch(axis, x);
    int left = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(left, axis.length - 2));
  }
}
