package org.edgetwin.reports.chart;

import static org.edgetwin.reports.text.Duration.DAY;

import java.util.Arrays;
import java.util.List;

/** Quantities over the hours of a day. */
public final class DayChart {
  private DayChart() {}

  /**
   * Lines over the hours of the day.
   *
   * @param label what is drawn upwards
   * @param seriesList positions in seconds since midnight; at least one value
   */
  public static Chart of(
      String id, String title, String description, String label, List<Series> seriesList) {
    double[] values =
        seriesList.stream()
            .flatMapToDouble(series -> Arrays.stream(series.values()))
            .sorted()
            .toArray();
    return LineChart.of(
        id,
        title,
        description,
        new LineChart.Labelled(Scales.times(0, DAY), "time of day (UTC)"),
        new LineChart.Labelled(Scales.around(values[0], values[values.length - 1]), label),
        seriesList);
  }
}
