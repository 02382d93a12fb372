package org.edgetwin.gpu;

/** Fills the gang sizes between 1, 2, 4 and 8. */
final class GangCurve {
  /** Gangs beyond this size have the speed of this one. */
  static final int MAX_GANG = 8;

  private GangCurve() {}

  /**
   * Writes the speeds of gangs 1 to {@link #MAX_GANG} into {@code target} from {@code offset} on.
   * Between two measured sizes the logarithm of the speed is linear in the logarithm of the gang; a
   * gang does not fit (0) if a neighbour does not.
   *
   * @param measured speeds of gangs of 1, 2, 4 and 8
   */
  static void fill(double[] measured, double[] target, int offset) {
    for (int gang = 1; gang <= MAX_GANG; gang++) {
      target[offset + gang - 1] = at(measured, gang);
    }
  }

  /** Position of a gang of that size among the speeds that {@link #fill} wrote. */
  static int position(int gang) {
    return Math.min(gang, MAX_GANG) - 1;
  }

  private static double at(double[] measured, int gang) {
    int below = 31 - Integer.numberOfLeadingZeros(gang);
    int size = 1 << below;
    if (size == gang) {
      return measured[below];
    }
    double low = measured[below];
    double high = measured[below + 1];
    if (low == 0 || high == 0) {
      return 0;
    }
    double weight = Math.log((double) gang / size) / Math.log(2);
    return Math.exp((1 - weight) * Math.log(low) + weight * Math.log(high));
  }
}
