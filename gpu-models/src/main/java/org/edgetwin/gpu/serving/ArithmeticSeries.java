package org.edgetwin.gpu.serving;

/** Sums of terms that grow by the same from each to the next. */
final class ArithmeticSeries {
  /** Share of a total that a sum may miss it by, because of rounding. */
  private static final double ROUNDING = 1e-12;

  private ArithmeticSeries() {}

  /** A total less what rounding may cost. */
  static double roundedDown(double total) {
    return total * (1 - ROUNDING);
  }

  static double sum(double first, double growth, int terms) {
    return terms * (first + 0.5 * growth * (terms - 1));
  }

  /**
   * The least number of terms, from 1 to {@code most}, whose sum is no less than a total; {@code
   * most} if there is none.
   *
   * @param first positive, as are all terms up to {@code most}
   */
  static int leastTerms(double first, double growth, int most, double total) {
    double linear = first - 0.5 * growth;
    // The root of growth / 2 k^2 + linear k = total, in the form that does not cancel.
    double root =
        2 * total / (linear + Math.sqrt(Math.max(0, linear * linear + 2 * growth * total)));
    int terms = (int) Math.max(1, Math.min(most, Math.ceil(root)));
    // Rounding may put the root on the other side of a whole number.
    while (terms > 1 && sum(first, growth, terms - 1) >= total) {
      terms--;
    }
    while (terms < most && sum(first, growth, terms) < total) {
      terms++;
    }
    return terms;
  }
}
