package org.edgetwin.sim.selfcheck;

/**
 * One cell of one row: what theory says and what the engine gave.
 *
 * @param row name of the row
 * @param cell name of the cell in the row
 * @param relation how {@code got} must relate to {@code expected}
 * @param expected the exact value, or the bound
 * @param got the engine's figure
 * @param low lower end of the 99.9 % interval; {@code got} itself, less a rounding allowance, where
 *     nothing is random
 * @param high upper end of the interval
 * @param halfWidthPercent half the width of the interval, per cent of {@code expected}; 0 where
 *     nothing is random
 * @param verdict whether the relation holds and the interval is as narrow as the row asks for
 * @param repeated whether a first series missed, and this is the second, independent one
 */
public record CheckResult(
    String row,
    String cell,
    Relation relation,
    double expected,
    double got,
    double low,
    double high,
    double halfWidthPercent,
    Verdict verdict,
    boolean repeated) {
  /** Largest relative rounding error of a figure that is exact. */
  private static final double ROUNDING = 1e-9;

  /**
   * A figure without a statistical interval, which must agree up to a tolerance, or up to rounding.
   */
  static CheckResult exact(
      String row,
      String cell,
      Relation relation,
      double expected,
      double got,
      double tolerancePercent) {
    double allowance =
        Math.max(
            ROUNDING * Math.max(1, Math.abs(got)), tolerancePercent / 100 * Math.abs(expected));
    double low = got - allowance;
    double high = got + allowance;
    Verdict verdict = verdict(relation.holds(expected, got, low, high));
    return new CheckResult(
        row, cell, relation, expected, got, low, high, tolerancePercent, verdict, false);
  }

  static Verdict verdict(boolean holds) {
    return holds ? Verdict.PASS : Verdict.FAIL;
  }

  public boolean passed() {
    return verdict == Verdict.PASS;
  }

  CheckResult asRepeated() {
    return new CheckResult(
        row, cell, relation, expected, got, low, high, halfWidthPercent, verdict, true);
  }
}
