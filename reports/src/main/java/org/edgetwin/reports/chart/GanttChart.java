package org.edgetwin.reports.chart;

import java.util.List;
import org.jfree.chart.plot.XYPlot;

/** Who held which GPU when: a row per GPU, a bar per attempt. */
public final class GanttChart {
  private static final int FRAME_HEIGHT = 62;

  private GanttChart() {}

  /**
   * A bar.
   *
   * @param row index of its GPU
   * @param startTime seconds since the start of the run
   * @param endTime seconds since the start of the run
   * @param job order of submission; bars of one job have one colour
   * @param height share of the GPU, in (0, 1]
   * @param offset where in the row it begins, in [0, 1)
   * @param cut whether the job did not finish with it
   */
  public record Bar(
      int row,
      double startTime,
      double endTime,
      int job,
      double height,
      double offset,
      boolean cut) {}

  /** Draws bars over the time from the start to the end of the run. */
  public static Chart of(
      String id,
      String title,
      String description,
      List<String> rowNames,
      List<Bar> barList,
      double endTime) {
    XYPlot plot = new XYPlot(null, TimeChart.clock(endTime).axis(), Rows.axis(rowNames), null);
    plot.addAnnotation(new BarsAnnotation(barList));
    var drawing = ChartTheme.chart(plot, false);
    plot.setRangeGridlinesVisible(false);
    return new Chart(
        id,
        title,
        description,
        drawing,
        LineChart.WIDTH,
        FRAME_HEIGHT + Rows.height(rowNames.size()));
  }
}
