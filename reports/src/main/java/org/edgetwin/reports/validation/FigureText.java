package org.edgetwin.reports.validation;

import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.validation.Figure;

/** Figures and bars in words. */
public final class FigureText {
  /** Parts to which shares are rounded, so that 0.07 is written as 7 %. */
  private static final double FINE_PARTS = 1e10;

  private static final double PARTS_OF_PERCENT = 1e8;

  private FigureText() {}

  /** Its value: {@code 2.1 %}, {@code 0.0534}. */
  public static String value(Figure figure) {
    return text(figure, figure.value());
  }

  /** Its bar: {@code ≤ 2.5 %}; empty if there is none. */
  public static String bar(Figure figure) {
    return switch (figure.rule()) {
      case AT_MOST -> "≤ " + text(figure, figure.bar());
      case AT_LEAST -> "≥ " + text(figure, figure.bar());
      case REPORTED -> "";
    };
  }

  /** {@code reached}, {@code MISSED}, or empty if there is no bar. */
  public static String verdict(Figure figure) {
    if (figure.rule() == Figure.Rule.REPORTED) {
      return "";
    }
    return figure.passed() ? "reached" : "MISSED";
  }

  private static String text(Figure figure, double value) {
    if (!figure.percent() || !Double.isFinite(value)) {
      return Quantity.of(value);
    }
    return Quantity.of(Math.rint(value * FINE_PARTS) / PARTS_OF_PERCENT) + " %";
  }
}
