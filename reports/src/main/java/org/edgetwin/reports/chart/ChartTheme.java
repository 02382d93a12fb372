package org.edgetwin.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** The one look of all charts: no frame, no shadow, no gradient, thin grid, plain type. */
final class ChartTheme {
  /** Java's logical name; the SVG names fonts of the same widths. */
  private static final String FONT = Font.SANS_SERIF;

  static final Font LABEL_FONT = new Font(FONT, Font.PLAIN, 11);
  static final Font SMALL_FONT = new Font(FONT, Font.PLAIN, 9);
  static final Font TITLE_FONT = new Font(FONT, Font.BOLD, 13);
  static final BasicStroke LINE =
      new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  /** Of a line that others are compared with. */
  static final BasicStroke REFERENCE =
      new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {5, 3}, 0);

  /** Dashes in step with the colours, for print without colour. */
  private static final List<float[]> DASHES =
      List.of(
          new float[] {},
          new float[] {7, 3},
          new float[] {2, 2.5f},
          new float[] {9, 3, 2, 3},
          new float[] {12, 3},
          new float[] {4, 2});

  private static final BasicStroke GRID_STROKE = new BasicStroke(0.8f);
  private static final Color CLEAR = new Color(255, 255, 255, 0);

  private ChartTheme() {}

  /** A chart without a title of its own, with a legend above if asked for. */
  static JFreeChart chart(XYPlot plot, boolean legend) {
    style(plot);
    JFreeChart chart = new JFreeChart(null, TITLE_FONT, plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(2, 2, 2, 10));
    if (legend) {
      LegendTitle title = new LegendTitle(plot);
      title.setItemFont(LABEL_FONT);
      title.setItemPaint(Palette.INK);
      title.setBackgroundPaint(CLEAR);
      title.setFrame(BlockBorder.NONE);
      title.setPosition(RectangleEdge.TOP);
      title.setHorizontalAlignment(HorizontalAlignment.LEFT);
      chart.addSubtitle(title);
    }
    return chart;
  }

  /** Stroke of the i-th line of a chart. */
  static BasicStroke line(int i) {
    float[] dash = DASHES.get(i % DASHES.size());
    return dash.length == 0
        ? LINE
        : new BasicStroke(
            LINE.getLineWidth(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  private static void style(XYPlot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setShadowGenerator(null);
    plot.setDomainGridlinePaint(Palette.GRID);
    plot.setRangeGridlinePaint(Palette.GRID);
    plot.setDomainGridlineStroke(GRID_STROKE);
    plot.setRangeGridlineStroke(GRID_STROKE);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    style(plot.getDomainAxis());
    style(plot.getRangeAxis());
  }

  private static void style(ValueAxis axis) {
    Paint ink = Palette.INK;
    axis.setLabelFont(LABEL_FONT);
    axis.setTickLabelFont(LABEL_FONT);
    axis.setLabelPaint(ink);
    axis.setTickLabelPaint(ink);
    axis.setAxisLinePaint(ink);
    axis.setTickMarkPaint(ink);
  }
}
