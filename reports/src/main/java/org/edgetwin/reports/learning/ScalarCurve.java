package org.edgetwin.reports.learning;

import org.edgetwin.reports.chart.Series;

/** What became of one figure in the course of a training. */
public final class ScalarCurve {
  private final Series values;
  private final double[] wallTimes;

  /**
   * @param name the tag under which it was logged
   * @param steps ascending
   * @param wallTimes seconds since 1970, one for each step
   * @param values one for each step; NaN where undefined
   */
  public ScalarCurve(String name, double[] steps, double[] wallTimes, double[] values) {
    if (wallTimes.length != steps.length) {
      throw new IllegalArgumentException(
          "Scalar " + name + ": " + steps.length + " steps and " + wallTimes.length + " times.");
    }
    this.values = new Series(name, steps, values);
    this.wallTimes = wallTimes.clone();
  }

  /** Values over steps. */
  public Series values() {
    return values;
  }

  public int size() {
    return wallTimes.length;
  }

  /** When the i-th value was logged, seconds since 1970. */
  public double wallTime(int i) {
    return wallTimes[i];
  }
}
