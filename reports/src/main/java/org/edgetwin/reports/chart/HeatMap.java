package org.edgetwin.reports.chart;

import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Shares of several rows over time as cells: the darker, the larger. */
public final class HeatMap {
  private static final int FRAME_HEIGHT = 95;

  private final List<String> rowNames;
  private final double[][] shares;
  private final double columnSeconds;

  /**
   * @param rowNames names of the rows, top first
   * @param shares {@code double[rows][columns]} in [0, 1]; NaN leaves a cell empty
   * @param columnSeconds length of a column, seconds
   */
  public HeatMap(List<String> rowNames, double[][] shares, double columnSeconds) {
    this.rowNames = List.copyOf(rowNames);
    this.shares = Arrays.stream(shares).map(double[]::clone).toArray(double[][]::new);
    this.columnSeconds = columnSeconds;
  }

  int rows() {
    return shares.length;
  }

  int columns(int row) {
    return shares[row].length;
  }

  double share(int row, int column) {
    return shares[row][column];
  }

  double columnSeconds() {
    return columnSeconds;
  }

  /** Draws the map over the time from the start to the end of the run. */
  public Chart chart(String id, String title, String description, String label, double endTime) {
    XYPlot plot = new XYPlot(null, TimeChart.clock(endTime).axis(), Rows.axis(rowNames), null);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.addAnnotation(new CellsAnnotation(this));
    JFreeChart drawing = ChartTheme.chart(plot, false);
    plot.setRangeGridlinesVisible(false);
    drawing.addSubtitle(legend(label));
    return new Chart(
        id,
        title,
        description,
        drawing,
        LineChart.WIDTH,
        FRAME_HEIGHT + Rows.height(rowNames.size()));
  }

  private static PaintScaleLegend legend(String label) {
    LookupPaintScale colours = new LookupPaintScale(0, 1, Palette.level(0));
    for (int level = 0; level < Palette.LEVELS; level++) {
      colours.add((double) level / Palette.LEVELS, Palette.level(level));
    }
    NumberAxis axis = Scales.shares().axis(label);
    axis.setTickLabelFont(ChartTheme.LABEL_FONT);
    axis.setTickLabelPaint(Palette.INK);
    axis.setLabelFont(ChartTheme.LABEL_FONT);
    axis.setLabelPaint(Palette.INK);
    axis.setAxisLineVisible(false);
    PaintScaleLegend legend = new PaintScaleLegend(colours, axis);
    legend.setSubdivisionCount(Palette.LEVELS);
    legend.setStripWidth(8);
    legend.setStripOutlineVisible(false);
    legend.setBackgroundPaint(null);
    legend.setPosition(RectangleEdge.TOP);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setMargin(new RectangleInsets(0, 560, 4, 8));
    return legend;
  }
}
