package org.edgetwin.reports.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYSeries;

/** The area between two lines over the same positions, lightly filled. */
final class BandAnnotation extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1;
  private static final int OPACITY = 45;

  private final XYSeries low;
  private final XYSeries high;
  private final Color colour;

  BandAnnotation(XYSeries low, XYSeries high, Color colour) {
    this.low = low;
    this.high = high;
    this.colour = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY);
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis horizontal,
      ValueAxis vertical,
      int rendererIndex,
      PlotRenderingInfo info) {
    if (low.isEmpty()) {
      return;
    }
    Path2D outline = new Path2D.Double();
    for (int i = 0; i < low.getItemCount(); i++) {
      double x =
          horizontal.valueToJava2D(low.getX(i).doubleValue(), area, plot.getDomainAxisEdge());
      double y = vertical.valueToJava2D(low.getY(i).doubleValue(), area, plot.getRangeAxisEdge());
      if (i == 0) {
        outline.moveTo(x, y);
      } else {
        outline.lineTo(x, y);
      }
    }
    for (int i = high.getItemCount() - 1; i >= 0; i--) {
      outline.lineTo(
          horizontal.valueToJava2D(high.getX(i).doubleValue(), area, plot.getDomainAxisEdge()),
          vertical.valueToJava2D(high.getY(i).doubleValue(), area, plot.getRangeAxisEdge()));
    }
    outline.closePath();
    graphics.setPaint(colour);
    graphics.fill(outline);
  }
}
