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
    return of(id, title, description, label, "share of all jobs", distributionList);
  }

  /**
   * Draws distributions over other things than jobs.
   *
   * @param shareLabel what the shares are of
   */
  public static Chart of(
      String id,
      String title,
      String description,
      String label,
      String shareLabel,
      List<Distribution> distributionList) {
    List<Distribution> shown =
        distributionList.subList(0, Math.min(distributionList.size(), MOST_LINES));
    double shortest = shown.stream().mapToDouble(Distribution::min).min().orElse(0);
    double longest = shown.stream().mapToDouble(Distribution::max).max().orElse(0);
    return LineChart.of(
        id,
        title,
        description,
        new LineChart.Labelled(Scales.logDurations(shortest, longest), label),
        new LineChart.Labelled(Scales.shares(), shareLabel),
        shown.stream().map(Distribution::steps).toList());
  }
}
