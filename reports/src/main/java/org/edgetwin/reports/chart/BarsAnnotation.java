package org.edgetwin.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.edgetwin.reports.chart.GanttChart.Bar;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** The bars of a Gantt chart, with the number of the job where it fits. */
final class BarsAnnotation extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1;
  private static final double FILLED = 0.86;
  private static final double GAP_PIXELS = 0.8;
  private static final double THINNEST = 0.5;
  private static final BasicStroke CUT =
      new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

  private final transient List<Bar> barList;

  BarsAnnotation(List<Bar> barList) {
    this.barList = List.copyOf(barList);
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis time,
      ValueAxis rows,
      int rendererIndex,
      PlotRenderingInfo info) {
    graphics.setFont(ChartTheme.SMALL_FONT);
    for (Bar bar : barList) {
      draw(graphics, bar, box(bar, area, time, rows));
    }
  }

  private static Rectangle2D box(Bar bar, Rectangle2D area, ValueAxis time, ValueAxis rows) {
    double left = time.valueToJava2D(bar.startTime(), area, RectangleEdge.BOTTOM);
    double right = time.valueToJava2D(bar.endTime(), area, RectangleEdge.BOTTOM);
    double from = bar.row() - FILLED / 2 + FILLED * bar.offset();
    double top = rows.valueToJava2D(from, area, RectangleEdge.LEFT);
    double bottom = rows.valueToJava2D(from + FILLED * bar.height(), area, RectangleEdge.LEFT);
    return new Rectangle2D.Double(
        left, top, Math.max(THINNEST, right - left - GAP_PIXELS), bottom - top);
  }

  private static void draw(Graphics2D graphics, Bar bar, Rectangle2D box) {
    graphics.setPaint(Palette.series(bar.job()));
    graphics.fill(box);
    double edge = box.getMaxX() - 1;
    if (bar.cut()) {
      graphics.setStroke(CUT);
      graphics.setPaint(Color.BLACK);
      graphics.draw(new Line2D.Double(edge, box.getMinY(), edge, box.getMaxY()));
    }
    String label = Integer.toString(bar.job());
    FontMetrics font = graphics.getFontMetrics();
    if (font.stringWidth(label) + 4 < box.getWidth() && font.getAscent() - 1 < box.getHeight()) {
      graphics.setPaint(Palette.onSeries(bar.job()));
      graphics.drawString(
          label,
          (float) box.getMinX() + 3,
          (float) (box.getCenterY() + font.getAscent() / 2.0 - 1));
    }
  }
}
