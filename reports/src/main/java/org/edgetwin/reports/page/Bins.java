package org.edgetwin.reports.page;

import org.edgetwin.sim.metrics.TimeSeries;

/** The intervals of a time series, so many joined that few enough are left to draw. */
final class Bins {
  private final TimeSeries series;
  private final int joined;

  /**
   * @param most largest number of bins
   */
  Bins(TimeSeries series, int most) {
    this.series = series;
    this.joined = Math.max(1, (series.size() + most - 1) / most);
  }

  int count() {
    return (series.size() + joined - 1) / joined;
  }

  /** Length of a bin, seconds; the last may be shorter. */
  double seconds() {
    return joined * series.intervalSeconds();
  }

  /** Middles of the bins, seconds since the start of the run. */
  double[] middles() {
    double[] middles = new double[count()];
    for (int bin = 0; bin < middles.length; bin++) {
      middles[bin] = (bin * joined + end(bin)) / 2.0 * series.intervalSeconds();
    }
    return middles;
  }

  /** Averages of a column of the series over the bins. */
  double[] averages(int column) {
    double[] averages = new double[count()];
    for (int bin = 0; bin < averages.length; bin++) {
      double sum = 0;
      for (int i = bin * joined; i < end(bin); i++) {
        sum += series.value(column, i);
      }
      averages[bin] = sum / (end(bin) - bin * joined);
    }
    return averages;
  }

  private int end(int bin) {
    return Math.min(series.size(), (bin + 1) * joined);
  }
}
