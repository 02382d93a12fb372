package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.DistributionChart;
import org.edgetwin.reports.chart.Series;
import org.edgetwin.reports.chart.TimeChart;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.metrics.SeriesColumns;

/** Queue and use over time, the schedulers in one chart. */
final class LoadSection {
  private static final int BINS = 300;

  private final List<SchedulerReport> schedulers;
  private final Figures figures;

  LoadSection(List<SchedulerReport> schedulers, Figures figures) {
    this.schedulers = schedulers;
    this.figures = figures;
  }

  Section section() {
    if (schedulers.stream().allMatch(s -> s.firstRun().series().size() == 0)) {
      return new Section(
          "load",
          "Load over time",
          Html.of(
              "<p class=\"note\">All runs ended within the first sampling interval: there is no"
                  + " curve over time.</p>"));
    }
    List<Series> waiting = new ArrayList<>();
    List<Series> held = new ArrayList<>();
    for (SchedulerReport scheduler : schedulers) {
      Bins bins = new Bins(scheduler.firstRun().series(), BINS);
      waiting.add(
          new Series(scheduler.name(), bins.middles(), bins.averages(SeriesColumns.QUEUED_JOBS)));
      held.add(
          new Series(
              scheduler.name(),
              bins.middles(),
              UsedGpus.all(scheduler.name(), scheduler.firstRun(), bins).shares()));
    }
    Html body = Html.of("{}\n{}", waitingChart(waiting), heldChart(held));
    return new Section("load", "Load over time", body);
  }

  private Html waitingChart(List<Series> seriesList) {
    Chart chart =
        TimeChart.quantities(
            "load-queue",
            "Jobs waiting",
            "Lines over time, one for each scheduler, of the first replication.",
            "jobs waiting",
            endTime(),
            shown(seriesList));
    Table table = new Table("Jobs waiting").text("Scheduler").number("Mean").number("Largest");
    seriesList.forEach(s -> table.row(s.name(), Quantity.of(mean(s)), Quantity.of(largest(s))));
    return figures.of(chart, table);
  }

  private Html heldChart(List<Series> seriesList) {
    Chart chart =
        TimeChart.shares(
            "load-held",
            "GPUs held by jobs",
            "Lines over time, one for each scheduler, of the first replication.",
            "share of GPUs that were up",
            endTime(),
            shown(seriesList));
    Table table =
        new Table("GPUs held, share of those up")
            .text("Scheduler")
            .number("Mean")
            .number("Largest");
    seriesList.forEach(
        s -> table.row(s.name(), Quantity.percent(mean(s)), Quantity.percent(largest(s))));
    return figures.of(chart, table);
  }

  private static List<Series> shown(List<Series> seriesList) {
    return seriesList.subList(0, Math.min(seriesList.size(), DistributionChart.MOST_LINES));
  }

  private double endTime() {
    return schedulers.stream().mapToDouble(s -> s.firstRun().endTime()).max().orElse(0);
  }

  private static double mean(Series series) {
    return Arrays.stream(series.values()).average().orElse(Double.NaN);
  }

  private static double largest(Series series) {
    return Arrays.stream(series.values()).max().orElse(Double.NaN);
  }
}
