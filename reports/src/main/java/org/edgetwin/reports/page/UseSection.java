package org.edgetwin.reports.page;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.edgetwin.reports.NodeGroupBill;
import org.edgetwin.reports.RunRecords;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.HeatMap;
import org.edgetwin.reports.chart.Series;
import org.edgetwin.reports.chart.TimeChart;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.metrics.SeriesColumns;

/** How full the fleet was over time, and how much was waiting. */
final class UseSection {
  private static final int LINE_BINS = 300;
  private static final int CELL_BINS = 120;
  private static final int MOST_LINES = 4;
  private static final int MOST_ROWS = 24;

  private final String prefix;
  private final RunRecords run;
  private final Figures figures;

  /**
   * @param prefix of the ids of its charts, unique on the page
   */
  UseSection(String prefix, RunRecords run, Figures figures) {
    this.prefix = prefix;
    this.run = run;
    this.figures = figures;
  }

  Html html() {
    if (run.series().size() == 0) {
      return Html.of(
          "<p class=\"note\">The run ended within the first sampling interval ({} s): there is no"
              + " curve over time.</p>",
          Quantity.of(run.series().intervalSeconds()));
    }
    return Html.of(
        "{}\n{}\n{}\n{}",
        machines(),
        queue(),
        use("model", "GPU model", NodeGroupBill::gpuModel),
        use("region", "region", NodeGroupBill::region));
  }

  private Html machines() {
    Bins bins = new Bins(run.series(), LINE_BINS);
    UsedGpus all = UsedGpus.all("all", run, bins);
    return lines(
        "gpus",
        "GPUs that were up, and GPUs that jobs held",
        "GPUs",
        bins,
        List.of(
            new Series("held by jobs", bins.middles(), all.held()),
            new Series("up", bins.middles(), all.up())));
  }

  private Html queue() {
    Bins bins = new Bins(run.series(), LINE_BINS);
    return lines(
        "queue",
        "Jobs that waited, and GPUs that they wanted",
        "jobs, GPUs",
        bins,
        List.of(
            new Series("jobs waiting", bins.middles(), bins.averages(SeriesColumns.QUEUED_JOBS)),
            new Series(
                "GPUs wanted by them", bins.middles(), bins.averages(SeriesColumns.QUEUED_GPUS))));
  }

  private Html lines(String id, String title, String label, Bins bins, List<Series> seriesList) {
    Chart chart =
        TimeChart.quantities(
            prefix + id,
            title,
            "Lines over time; their means and maxima are in the table.",
            label,
            run.endTime(),
            seriesList);
    Table table =
        new Table(title)
            .text("Quantity")
            .number("Mean")
            .number("Largest average of " + bins.count() + " intervals");
    for (Series series : seriesList) {
      table.row(series.name(), mean(series.values()), max(series.values()));
    }
    return figures.of(chart, table);
  }

  private Html use(String id, String what, Function<NodeGroupBill, String> key) {
    long names = run.groups().stream().map(key).distinct().count();
    if (names < 2) {
      return Html.EMPTY;
    }
    boolean lines = names <= MOST_LINES;
    Bins bins = new Bins(run.series(), lines ? LINE_BINS : CELL_BINS);
    List<UsedGpus> parts = UsedGpus.by(run, bins, key, MOST_ROWS);
    String title = "GPUs held, by " + what;
    Chart chart =
        lines
            ? shareLines(prefix + id, title, bins, parts)
            : shareCells(prefix + id, title, bins, parts);
    Table table =
        new Table(title).text(what).number("GPUs").number("Mean share held").number("Highest");
    for (UsedGpus part : parts) {
      double held = Arrays.stream(part.held()).sum();
      double up = Arrays.stream(part.up()).sum();
      table.row(
          part.name(),
          Quantity.count(part.gpus()),
          Quantity.percent(held / up),
          Quantity.percent(largest(part.shares())));
    }
    return figures.of(chart, table);
  }

  private Chart shareLines(String id, String title, Bins bins, List<UsedGpus> parts) {
    return TimeChart.shares(
        id,
        title,
        "Lines over time: share of the GPUs that were up which jobs held.",
        "share of GPUs that were up",
        run.endTime(),
        parts.stream().map(p -> new Series(p.name(), bins.middles(), p.shares())).toList());
  }

  private Chart shareCells(String id, String title, Bins bins, List<UsedGpus> parts) {
    List<String> names =
        parts.stream().map(p -> p.name() + " (" + Quantity.count(p.gpus()) + ")").toList();
    double[][] shares = parts.stream().map(UsedGpus::shares).toArray(double[][]::new);
    return new HeatMap(names, shares, bins.seconds())
        .chart(
            id,
            title + " (number of GPUs in brackets)",
            "Heat map, time across: share of the GPUs that were up which jobs held, dark is full.",
            "share of GPUs held",
            run.endTime());
  }

  private static String mean(double[] values) {
    return Quantity.of(Arrays.stream(values).average().orElse(Double.NaN));
  }

  private static String max(double[] values) {
    return Quantity.of(largest(values));
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
  }
}
