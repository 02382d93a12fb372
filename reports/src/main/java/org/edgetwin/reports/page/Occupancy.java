package org.edgetwin.reports.page;

import java.util.Arrays;

/** How many of something were there on average, in equal parts of a run. */
final class Occupancy {
  private final double binSeconds;
  private final double endTime;
  private final double[] seconds;

  Occupancy(double endTime, int bins) {
    this.endTime = endTime;
    binSeconds = endTime / bins;
    seconds = new double[bins];
  }

  /** One was there for some time; NaN for an end that did not come. */
  void add(double start, double end) {
    double last = Double.isNaN(end) ? endTime : Math.min(end, endTime);
    int first = (int) Math.max(0, start / binSeconds);
    for (int bin = first; bin < seconds.length && bin * binSeconds < last; bin++) {
      double from = Math.max(start, bin * binSeconds);
      seconds[bin] += Math.max(0, Math.min(last, (bin + 1) * binSeconds) - from);
    }
  }

  double[] averages() {
    return Arrays.stream(seconds).map(sum -> sum / binSeconds).toArray();
  }

  double[] middles() {
    double[] middles = new double[seconds.length];
    Arrays.setAll(middles, bin -> (bin + 0.5) * binSeconds);
    return middles;
  }
}
