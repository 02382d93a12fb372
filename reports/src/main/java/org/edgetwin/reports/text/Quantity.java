package org.edgetwin.reports.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people: three significant digits, thousands apart, no machine notation. */
public final class Quantity {
  private static final String NONE = "–";
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final int DIGITS = 3;
  private static final MathContext THREE_DIGITS = new MathContext(DIGITS);
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
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS);
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (size >= HUGE || size < TINY) {
      return powerOfTen(rounded, exponent);
    }
    boolean whole = value == Math.rint(value);
    return grouped(new BigDecimal(value), whole ? 0 : Math.max(0, DIGITS - 1 - exponent));
  }

  /** The same without trailing zeros behind the point, for the ticks of an axis: 9, 9.5, 10. */
  public static String tick(double value) {
    String text = of(value);
    return text.contains(".") && !text.contains("×")
        ? text.replaceAll("0+$", "").replaceAll("\\.$", "")
        : text;
  }

  private static String powerOfTen(BigDecimal rounded, int exponent) {
    StringBuilder power = new StringBuilder(exponent < 0 ? "⁻" : "");
    for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
      power.append(SUPERSCRIPTS.charAt(digit - '0'));
    }
    return grouped(rounded.scaleByPowerOfTen(-exponent), DIGITS - 1) + " × 10" + power;
  }

  /** A whole number with its thousands apart. */
  public static String count(long value) {
    return grouped(BigDecimal.valueOf(value), 0);
  }

  /** A number of things: {@code 1 node}, {@code 2 nodes}. */
  public static String count(long value, String noun) {
    return count(value) + " " + noun + (value == 1 ? "" : "s");
  }

  /** A share as a percentage with at most one decimal: 61.3 %. */
  public static String percent(double share) {
    if (!Double.isFinite(share)) {
      return NONE;
    }
    BigDecimal percent =
        new BigDecimal(share).movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
    return grouped(percent, percent.stripTrailingZeros().scale() <= 0 ? 0 : 1) + " %";
  }

  // BigDecimal is rounded exactly, and so alike on every Java version.
  private static String grouped(BigDecimal value, int decimals) {
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
