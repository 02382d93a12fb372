package org.edgetwin.reports.chart;

import java.util.List;

/** Quantities over simulated time. */
public final class TimeChart {
  private TimeChart() {}

  /** Shares between 0 and 100 %, over the time from the start to the end of the run. */
  public static Chart shares(
      String id,
      String title,
      String description,
      String label,
      double endTime,
      List<Series> seriesList) {
    return LineChart.of(
        id,
        title,
        description,
        clock(endTime),
        new LineChart.Labelled(Scales.shares(), label),
        seriesList);
  }

  /** Quantities from 0 up, over the time from the start to the end of the run. */
  public static Chart quantities(
      String id,
      String title,
      String description,
      String label,
      double endTime,
      List<Series> seriesList) {
    double largest = seriesList.stream().mapToDouble(Series::max).max().orElse(0);
    return LineChart.of(
        id,
        title,
        description,
        clock(endTime),
        new LineChart.Labelled(Scales.quantities(0, largest > 0 ? largest * 1.05 : 1), label),
        seriesList);
  }

  static LineChart.Labelled clock(double endTime) {
    return new LineChart.Labelled(Scales.times(0, endTime), "time since the start");
  }
}
