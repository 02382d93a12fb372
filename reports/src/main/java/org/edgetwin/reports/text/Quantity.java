package org.edgetwin.reports.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people: three significant digits, thousands apart, no machine notation. */
public final class Quantity {
  private static final String NONE = "–";
  private static final MathContext THREE_DIGITS = new MathContext(3);
  private static final double HUGE = 1e15;
  private static final double TINY = 1e-4;

  private Quantity() {}

  /** Three significant digits, but all digits before the point: 0.0123, 1.23, 12,346. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size >= HUGE || (size < TINY && size > 0)) {
      return minus(String.format(Locale.ROOT, "%.2e", value));
    }
    int decimals = size == 0 || size >= 100 ? 0 : Math.max(0, 2 - exponent(value));
    boolean whole = value == Math.rint(value);
    return minus(String.format(Locale.ROOT, "%,." + (whole ? 0 : decimals) + "f", value));
  }

  /** A whole number with its thousands apart. */
  public static String count(long value) {
    return minus(String.format(Locale.ROOT, "%,d", value));
  }

  /** A share as a percentage: 61.3 %. */
  public static String percent(double share) {
    return Double.isFinite(share) ? of(roundTo(share * 100, 1)) + " %" : NONE;
  }

  private static double roundTo(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.abs(value) < 1e12 ? Math.rint(value * scale) / scale : value;
  }

  private static int exponent(double value) {
    BigDecimal rounded = new BigDecimal(Math.abs(value)).round(THREE_DIGITS);
    return rounded.precision() - rounded.scale() - 1;
  }

  private static String minus(String text) {
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
