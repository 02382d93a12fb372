package org.edgetwin.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A linear axis whose ticks are given, not guessed: durations, powers of ten, names of rows. */
final class TickAxis extends NumberAxis {
  private static final long serialVersionUID = 1;

  private final transient List<Tick> tickList;

  TickAxis(String label, double lower, double upper, List<Tick> tickList) {
    super(label);
    this.tickList = List.copyOf(tickList);
    setRange(lower, upper);
    setTickMarkOutsideLength(3);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    TextAnchor anchor =
        RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    return tickList.stream()
        .map(t -> new NumberTick(t.position(), t.label(), anchor, TextAnchor.CENTER, 0))
        .toList();
  }
}
