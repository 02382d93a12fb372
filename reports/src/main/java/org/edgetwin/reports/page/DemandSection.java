package org.edgetwin.reports.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.edgetwin.reports.SchedulerReport;
import org.edgetwin.reports.chart.Chart;
import org.edgetwin.reports.chart.Curve;
import org.edgetwin.reports.chart.CurveChart;
import org.edgetwin.reports.chart.Series;
import org.edgetwin.reports.text.Html;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.metrics.DemandCurve;

/** How much is given out, and how fragmented the rest is, over the demand that has arrived. */
final class DemandSection {
  private static final int ROWS = 14;
  private static final String DEMAND = "asked for, % of the fleet's GPUs";

  private final List<SchedulerReport> schedulers;
  private final Figures figures;

  /**
   * @param schedulers those that have no curve are left out
   */
  DemandSection(List<SchedulerReport> schedulers, Figures figures) {
    this.schedulers = schedulers.stream().filter(s -> s.firstRun().demandCurve() != null).toList();
    this.figures = figures;
  }

  boolean isEmpty() {
    return schedulers.isEmpty();
  }

  Section section() {
    return new Section(
        "demand",
        "Given out over demand",
        Html.of(
            "{}\n{}",
            figure(
                "allocation",
                "GPUs that jobs hold, over the GPUs that were asked for",
                "held, % of the fleet's GPUs",
                DemandCurve::allocated),
            figure(
                "fragmentation",
                "Idle GPU share that a typical job cannot use, over the GPUs that were asked for",
                "unusable, % of the fleet's GPUs",
                DemandCurve::fragmented)));
  }

  private Html figure(
      String id, String title, String label, Function<DemandCurve, double[]> quantity) {
    List<SchedulerReport> drawn =
        schedulers.subList(0, Math.min(schedulers.size(), CurveChart.MOST_CURVES));
    Chart chart =
        CurveChart.of(
            "demand-" + id,
            title,
            "A curve for each scheduler's first replication; values are in the table.",
            DEMAND,
            label,
            CurveChart.Vertical.LINEAR,
            drawn.stream().map(s -> curve(s, quantity)).toList());
    Table table = new Table(title).text("Asked for");
    schedulers.forEach(s -> table.number(s.name()));
    int size = schedulers.stream().mapToInt(s -> s.firstRun().demandCurve().size()).max().orElse(0);
    for (int row = 0; row < ROWS; row++) {
      int percent = row * (size - 1) / (ROWS - 1);
      List<Object> cells = new ArrayList<>(List.of(percent + " %"));
      for (SchedulerReport scheduler : schedulers) {
        double[] values = quantity.apply(scheduler.firstRun().demandCurve());
        cells.add(Quantity.percent(percent < values.length ? values[percent] : Double.NaN));
      }
      table.row(cells.toArray());
    }
    return figures.of(chart, table);
  }

  private static Curve curve(SchedulerReport scheduler, Function<DemandCurve, double[]> quantity) {
    double[] values = quantity.apply(scheduler.firstRun().demandCurve());
    return Curve.of(
        new Series(
            scheduler.name(),
            IntStream.range(0, values.length).asDoubleStream().toArray(),
            Arrays.stream(values).map(share -> DemandCurve.FULL * share).toArray()));
  }
}
