package org.edgetwin.reports.folder;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Numbers in CSV files: the fewest digits that give them back, the same on every Java version. */
final class Numbers {
  private static final double LARGEST_PLAIN = 1e15;

  private Numbers() {}

  /** Empty for a number that is undefined or infinite: it has not happened or is not bounded. */
  static String text(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN;
    boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
    return whole && !negativeZero
        ? Long.toString((long) value)
        : NumberOutput.toString(value, true);
  }
}
