package org.edgetwin.calibration.training;

import java.math.BigDecimal;
import java.math.MathContext;

/** Fitted numbers as the shipped tables hold them: five digits. */
final class ConstantsText {
  private static final MathContext DIGITS = new MathContext(5);

  private ConstantsText() {}

  /** Each number after a comma, then the end of the line. */
  static String cells(double... numbers) {
    var text = new StringBuilder();
    for (double number : numbers) {
      text.append(',').append(BigDecimal.valueOf(number).round(DIGITS).doubleValue());
    }
    return text.append('\n').toString();
  }
}
