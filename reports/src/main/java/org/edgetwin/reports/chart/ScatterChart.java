package org.edgetwin.reports.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Two values of the same thing against each other, on equal axes with the diagonal. */
public final class ScatterChart {
  private static final int HEIGHT = 460;
  private static final int OPACITY = 170;
  private static final List<Shape> SHAPES =
      List.of(
          new Ellipse2D.Double(-3, -3, 6, 6),
          new Rectangle2D.Double(-2.7, -2.7, 5.4, 5.4),
          ShapeUtils.createDiamond(4),
          ShapeUtils.createUpTriangle(3.4f),
          ShapeUtils.createDiagonalCross(3, 0.7f),
          ShapeUtils.createDownTriangle(3.4f));

  private ScatterChart() {}

  /** How both axes are laid out. */
  public enum Axes {
    LINEAR,
    /** Values must be positive. */
    LOGARITHMIC,
    /** Times in seconds, positive. */
    LOGARITHMIC_TIMES
  }

  /**
   * A point.
   *
   * @param group points of one group look alike
   */
  public record Point(String group, double x, double y) {}

  /**
   * Draws points.
   *
   * @param label what x is
   * @param valueLabel what y is
   */
  public static Chart of(
      String id,
      String title,
      String description,
      String label,
      String valueLabel,
      Axes axes,
      List<Point> pointList) {
    Scale scale = scale(pointList, axes);
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    XYSeriesCollection data = new XYSeriesCollection();
    Map<String, XYSeries> seriesByGroup = new LinkedHashMap<>();
    for (Point point : pointList) {
      seriesByGroup
          .computeIfAbsent(point.group(), group -> new XYSeries(group, false, true))
          .add(scale.position(point.x()), scale.position(point.y()));
    }
    for (XYSeries series : seriesByGroup.values()) {
      int i = data.getSeriesCount();
      Color colour = Palette.series(i);
      renderer.setSeriesPaint(
          i, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY));
      renderer.setSeriesShape(i, SHAPES.get(i % SHAPES.size()));
      data.addSeries(series);
    }
    double low = scale.position(scale.lower());
    double high = scale.position(scale.upper());
    renderer.addAnnotation(
        new XYLineAnnotation(low, low, high, high, ChartTheme.REFERENCE, Palette.INK),
        Layer.BACKGROUND);
    XYPlot plot = new XYPlot(data, scale.axis(label), scale.axis(valueLabel), renderer);
    return new Chart(
        id,
        title,
        description,
        ChartTheme.chart(plot, seriesByGroup.size() > 1),
        LineChart.WIDTH,
        HEIGHT);
  }

  private static Scale scale(List<Point> pointList, Axes axes) {
    double least = pointList.stream().mapToDouble(p -> Math.min(p.x(), p.y())).min().orElse(1);
    double largest = pointList.stream().mapToDouble(p -> Math.max(p.x(), p.y())).max().orElse(1);
    return switch (axes) {
      case LINEAR -> Scales.around(least, largest);
      case LOGARITHMIC -> Scales.logQuantities(least, largest);
      case LOGARITHMIC_TIMES -> Scales.logDurations(least, largest);
    };
  }
}
