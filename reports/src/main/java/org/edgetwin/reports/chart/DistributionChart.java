package org.edgetwin.reports.chart;

import java.util.List;

/** Cumulative distributions of durations, on a logarithmic axis. */
public final class DistributionChart {
  /** The most distributions that one chart shows. */
  public static final int MOST_LINES = Palette.SIZE;

  private DistributionChart() {}

  /**
   * Draws distributions.
   *
   * @param label what the durations are
   * @param distributionList one line each; the first {@link #MOST_LINES} are drawn
   */
  public static Chart of(
      String id,
      String title,
      String description,
      String label,
      List<Distribution> distributionList) {
    return of(
        id, title, description, label, "share of all jobs", distributionList, Scales::logDurations);
  }

  /**
   * Draws distributions of latencies of requests, which may be far below a second.
   *
   * @param label what the latencies are
   * @param distributionList one line each; the first {@link #MOST_LINES} are drawn
   */
  public static Chart ofLatencies(
      String id,
      String title,
      String description,
      String label,
      List<Distribution> distributionList) {
    return of(
        id,
        title,
        description,
        label,
        "share of all requests",
        distributionList,
        Scales::logLatencies);
  }

  /** Makes the scale for times between two. */
  private interface Times {
    Scale between(double shortest, double longest);
  }

  private static Chart of(
      String id,
      String title,
      String description,
      String label,
      String shareLabel,
      List<Distribution> distributionList,
      Times times) {
    List<Distribution> shown =
        distributionList.subList(0, Math.min(distributionList.size(), MOST_LINES));
    double shortest = shown.stream().mapToDouble(Distribution::min).min().orElse(0);
    double longest = shown.stream().mapToDouble(Distribution::max).max().orElse(0);
    return LineChart.of(
        id,
        title,
        description,
        new LineChart.Labelled(times.between(shortest, longest), label),
        new LineChart.Labelled(Scales.shares(), shareLabel),
        shown.stream().map(Distribution::steps).toList());
  }
}
