package org.edgetwin.reports.chart;

import java.util.ArrayList;
import java.util.List;

/** A vertical axis with one named row per unit of length, the first row on top. */
final class Rows {
  private static final int MAX_NAME = 34;
  private static final int ROW_HEIGHT = 20;
  private static final int MIN_ROW_HEIGHT = 14;
  private static final int ROOMY = 20;

  private Rows() {}

  /** The axis; names that are too long are cut in the middle. */
  static TickAxis axis(List<String> names) {
    List<Tick> ticks = new ArrayList<>();
    for (int row = 0; row < names.size(); row++) {
      ticks.add(new Tick(row, shortened(names.get(row))));
    }
    TickAxis axis = new TickAxis(null, -0.5, Math.max(0.5, names.size() - 0.5), ticks);
    axis.setInverted(true);
    axis.setTickMarksVisible(false);
    return axis;
  }

  /** Height that the rows of a chart need, pixels. */
  static int height(int rows) {
    return rows * (rows <= ROOMY ? ROW_HEIGHT : MIN_ROW_HEIGHT);
  }

  private static String shortened(String name) {
    if (name.length() <= MAX_NAME) {
      return name;
    }
    int half = MAX_NAME / 2;
    return name.substring(0, half) + "…" + name.substring(name.length() - half + 1);
  }
}
