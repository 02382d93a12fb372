package org.edgetwin.gpu.sharing;

/**
 * How a quantity of a pair changes when its two jobs change places. The logarithms of what both
 * keep are their mean, which stays, plus and minus half their difference, which changes sign; under
 * a prior that does not know the places the two are independent.
 */
public enum Symmetry {
  /** Mean of both logarithms. */
  MEAN(1),
  /** Half of first minus second. */
  DIFFERENCE(-1);

  private final int sign;

  Symmetry(int sign) {
    this.sign = sign;
  }

  int sign() {
    return sign;
  }
}
