package org.edgetwin.cli.command;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as they are typed: no thousands apart, no more digits than needed. */
final class Numbers {
  private static final double HUGE = 1e7;

  private Numbers() {}

  /** As short as possible; a dash if there is none. */
  static String plain(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    if (Math.abs(value) >= HUGE) {
      return String.format(Locale.ROOT, "%.0e", value).replace("e+0", "e").replace("e+", "e");
    }
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** With that many decimals; a dash if there is none. */
  static String fixed(double value, int decimals) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
