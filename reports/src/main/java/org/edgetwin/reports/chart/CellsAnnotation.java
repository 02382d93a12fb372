package org.edgetwin.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * The cells of a heat map. All cells of one colour are one shape, and neighbours in a row are one
 * rectangle of it, which keeps thousands of cells to a few kilobytes.
 */
final class CellsAnnotation extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1;
  private static final double GAP_PIXELS = 1;
  private static final int NONE = -1;

  /** Keeps a share that sits on the border of two levels from flickering between them. */
  private static final double TOLERANCE = 1e-9;

  private final transient HeatMap map;

  CellsAnnotation(HeatMap map) {
    this.map = map;
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis columns,
      ValueAxis rows,
      int rendererIndex,
      PlotRenderingInfo info) {
    for (int level = 0; level < Palette.LEVELS; level++) {
      Path2D cells = new Path2D.Double();
      for (int row = 0; row < map.rows(); row++) {
        addRow(cells, level, row, area, columns, rows);
      }
      if (cells.getCurrentPoint() != null) {
        graphics.setPaint(Palette.level(level));
        graphics.fill(cells);
      }
    }
  }

  private void addRow(
      Path2D cells, int level, int row, Rectangle2D area, ValueAxis columns, ValueAxis rows) {
    double top = rows.valueToJava2D(row - 0.5, area, RectangleEdge.LEFT);
    double bottom = rows.valueToJava2D(row + 0.5, area, RectangleEdge.LEFT) - GAP_PIXELS;
    int columnCount = map.columns(row);
    int column = 0;
    while (column < columnCount) {
      int end = column + 1;
      if (level(map.share(row, column)) == level) {
        while (end < columnCount && level(map.share(row, end)) == level) {
          end++;
        }
        double left = edge(column, area, columns);
        cells.append(
            new Rectangle2D.Double(left, top, edge(end, area, columns) - left, bottom - top),
            false);
      }
      column = end;
    }
  }

  private double edge(int column, Rectangle2D area, ValueAxis columns) {
    return columns.valueToJava2D(column * map.columnSeconds(), area, RectangleEdge.BOTTOM);
  }

  private static int level(double share) {
    if (Double.isNaN(share)) {
      return NONE;
    }
    double clamped = Math.max(0, Math.min(1, share));
    return (int) Math.min(Palette.LEVELS - 1, Math.floor(clamped * Palette.LEVELS + TOLERANCE));
  }
}
