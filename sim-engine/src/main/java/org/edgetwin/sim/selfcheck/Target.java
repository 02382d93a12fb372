package org.edgetwin.sim.selfcheck;

/**
 * What one estimated cell must show.
 *
 * @param cell name of the cell
 * @param relation how the figure must relate to the expected one
 * @param expected the exact value
 * @param maxHalfWidthPercent widest half interval of a full run, per cent of the expected value
 * @param allowancePercent how far the case itself is from the one that the expected value is for,
 *     per cent; the interval is that much wider on either side
 */
record Target(
    String cell,
    Relation relation,
    double expected,
    double maxHalfWidthPercent,
    double allowancePercent) {
  /** Widest half interval at utilisations up to {@value #MODERATE_LOAD}. */
  static final double NARROW = 1;

  /** Widest half interval above that. */
  static final double WIDE = 3;

  private static final double MODERATE_LOAD = 0.8;

  /** An exact value, to the precision asked for at this utilisation. */
  static Target at(double utilisation, String cell, double expected) {
    return new Target(
        cell, Relation.EQUAL, expected, utilisation <= MODERATE_LOAD ? NARROW : WIDE, 0);
  }

  /** The same for an expected value that is itself only so near. */
  Target withAllowance(double percent) {
    return new Target(cell, relation, expected, maxHalfWidthPercent, percent);
  }
}
