package org.edgetwin.reports.chart;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Lines over a common axis, told apart by colour and dash. */
final class LineChart {
  static final int WIDTH = 860;
  private static final int HEIGHT = 300;
  private static final Line2D LEGEND_LINE = new Line2D.Double(-12, 0, 12, 0);

  private LineChart() {}

  /**
   * Draws lines.
   *
   * @param horizontal scale and label of the horizontal axis
   * @param vertical scale and label of the vertical axis
   * @param seriesList at most {@link Palette#SIZE} lines, or one more that is grey
   */
  static Chart of(
      String id,
      String title,
      String description,
      Labelled horizontal,
      Labelled vertical,
      List<Series> seriesList) {
    return ofCurves(
        id, title, description, horizontal, vertical, seriesList.stream().map(Curve::of).toList());
  }

  /** Draws lines with their bands behind them; see {@link #of}. */
  static Chart ofCurves(
      String id,
      String title,
      String description,
      Labelled horizontal,
      Labelled vertical,
      List<Curve> curveList) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    XYSeriesCollection data = new XYSeriesCollection();
    for (int i = 0; i < curveList.size(); i++) {
      Curve curve = curveList.get(i);
      data.addSeries(placed(curve.line(), horizontal.scale(), vertical.scale()));
      Color colour = i < Palette.SIZE ? Palette.series(i) : Palette.OTHER;
      renderer.setSeriesPaint(i, colour);
      renderer.setSeriesStroke(i, ChartTheme.line(i));
      renderer.setLegendLine(LEGEND_LINE);
      if (curve.band() != null) {
        renderer.addAnnotation(
            new BandAnnotation(
                placed(curve.band().low(), horizontal.scale(), vertical.scale()),
                placed(curve.band().high(), horizontal.scale(), vertical.scale()),
                colour),
            Layer.BACKGROUND);
      }
    }
    XYPlot plot = new XYPlot(data, horizontal.axis(), vertical.axis(), renderer);
    return new Chart(
        id, title, description, ChartTheme.chart(plot, curveList.size() > 1), WIDTH, HEIGHT);
  }

  private static XYSeries placed(Series series, Scale horizontal, Scale vertical) {
    XYSeries placed = new XYSeries(series.name(), false, true);
    for (int i = 0; i < series.size(); i++) {
      placed.add(horizontal.position(series.x(i)), vertical.position(series.y(i)), false);
    }
    return placed;
  }

  /** A scale and what it shows. */
  record Labelled(Scale scale, String label) {
    TickAxis axis() {
      return scale.axis(label);
    }
  }
}
