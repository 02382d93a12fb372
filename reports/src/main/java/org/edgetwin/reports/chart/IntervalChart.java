package org.edgetwin.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** One figure of several schedulers side by side: a dot for the mean, a bar for its interval. */
public final class IntervalChart {
  private static final int FRAME_HEIGHT = 58;
  private static final double DOT = 8;
  private static final double LOGARITHMIC_FROM = 50;
  private static final String BOUND = "lower bound";
  private static final Color REFERENCE_PAINT = Palette.series(1);
  private static final BasicStroke BAR = new BasicStroke(2.2f);

  private IntervalChart() {}

  /**
   * A row of the chart.
   *
   * @param name of the scheduler
   * @param mean NaN draws nothing
   * @param low lower end of the interval, the mean if there is none
   * @param high upper end of the interval, the mean if there is none
   */
  public record Row(String name, double mean, double low, double high) {}

  /**
   * Draws rows.
   *
   * @param label what the figure is
   * @param seconds whether the figure is a time
   * @param bound what no scheduler can go below; NaN if unknown
   */
  public static Chart of(
      String id,
      String title,
      String description,
      String label,
      boolean seconds,
      List<Row> rowList,
      double bound) {
    Scale scale = scale(rowList, bound, seconds);
    return of(id, title, description, label, scale, rowList, BOUND, bound);
  }

  /**
   * Draws ratios, with a line where both are equal.
   *
   * @param label what the ratio is
   */
  public static Chart ratios(
      String id, String title, String description, String label, List<Row> rowList) {
    double low = ends(rowList, 1).min().orElse(1);
    double high = ends(rowList, 1).max().orElse(1);
    return of(id, title, description, label, Scales.closeTo(low, high), rowList, "equal", 1);
  }

  private static Chart of(
      String id,
      String title,
      String description,
      String label,
      Scale scale,
      List<Row> rowList,
      String referenceName,
      double reference) {
    List<String> names = new ArrayList<>(rowList.stream().map(Row::name).toList());
    XYIntervalSeriesCollection data = data(rowList, scale);
    XYIntervalSeries references = new XYIntervalSeries(referenceName, false, true);
    data.addSeries(references);
    if (!Double.isNaN(reference)) {
      double position = scale.position(reference);
      references.add(position, position, position, names.size(), names.size(), names.size());
      names.add(referenceName);
    }
    XYPlot plot =
        new XYPlot(
            data,
            scale.axis(scale.logarithmic() ? label + " (logarithmic)" : label),
            Rows.axis(names),
            renderer());
    if (!Double.isNaN(reference)) {
      plot.addDomainMarker(
          new ValueMarker(scale.position(reference), REFERENCE_PAINT, ChartTheme.REFERENCE));
    }
    return new Chart(
        id,
        title,
        description,
        ChartTheme.chart(plot, false),
        LineChart.WIDTH,
        FRAME_HEIGHT + Rows.height(names.size()) * 6 / 5);
  }

  private static XYIntervalSeriesCollection data(List<Row> rowList, Scale scale) {
    XYIntervalSeries series = new XYIntervalSeries("mean", false, true);
    for (int i = 0; i < rowList.size(); i++) {
      Row row = rowList.get(i);
      if (!Double.isNaN(row.mean())) {
        double low = scale.position(Math.max(scale.lower(), row.low()));
        double high = scale.position(Math.min(scale.upper(), row.high()));
        series.add(scale.position(row.mean()), low, high, i, i, i);
      }
    }
    XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
    data.addSeries(series);
    return data;
  }

  private static XYErrorRenderer renderer() {
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDrawYError(false);
    renderer.setCapLength(7);
    renderer.setErrorStroke(BAR);
    renderer.setSeriesPaint(0, Palette.series(0));
    renderer.setSeriesShape(0, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
    renderer.setSeriesPaint(1, REFERENCE_PAINT);
    renderer.setSeriesShape(1, ShapeUtils.createDiamond(5));
    return renderer;
  }

  private static Scale scale(List<Row> rowList, double bound, boolean seconds) {
    double low = ends(rowList, bound).min().orElse(0);
    double high = ends(rowList, bound).max().orElse(1);
    double least = rowList.stream().mapToDouble(Row::mean).filter(m -> m > 0).min().orElse(high);
    if (seconds && high > LOGARITHMIC_FROM * Math.max(1, least)) {
      return Scales.logDurations(low, high);
    }
    if (!seconds && low > 0 && high > LOGARITHMIC_FROM * least) {
      return Scales.logQuantities(low, high);
    }
    return seconds ? Scales.timesAround(low, high) : Scales.around(low, high);
  }

  private static DoubleStream ends(List<Row> rowList, double bound) {
    return DoubleStream.concat(
            DoubleStream.of(bound),
            rowList.stream().flatMapToDouble(r -> DoubleStream.of(r.low(), r.mean(), r.high())))
        .filter(Double::isFinite);
  }
}
