package org.edgetwin.sim.kernel;

/**
 * Jumps over substreams of MRG32k3a [lecuyer2002], 2^76 steps each, in a number of multiplications
 * that grows with the logarithm of how many; stepping over them one by one took a tenth of the time
 * of a short simulation with hundreds of replications.
 */
final class Substreams {
  /** The moduli of the two components. */
  static final long M1 = 4294967087L;

  static final long M2 = 4294944443L;

  private static final int LOG_STEPS = 76;

  /** What moves a component over 2^i substreams, for each i. */
  private static final long[][][] JUMPS1 =
      jumps(new long[][] {{0, 1, 0}, {0, 0, 1}, {M1 - 810728, 1403580, 0}}, M1);

  private static final long[][][] JUMPS2 =
      jumps(new long[][] {{0, 1, 0}, {0, 0, 1}, {M2 - 1370589, 0, 527612}}, M2);

  private Substreams() {}

  /**
   * The state some substreams on.
   *
   * @param state six numbers, three for each component, below its modulus
   * @param count how many substreams; not negative
   */
  static long[] skip(long[] state, int count) {
    long[] first = {state[0], state[1], state[2]};
    long[] second = {state[3], state[4], state[5]};
    for (int bit = 0; count >> bit != 0; bit++) {
      if ((count >> bit & 1) == 1) {
        first = product(JUMPS1[bit], first, M1);
        second = product(JUMPS2[bit], second, M2);
      }
    }
    return new long[] {first[0], first[1], first[2], second[0], second[1], second[2]};
  }

  private static long[][][] jumps(long[][] step, long modulus) {
    long[][] jump = step;
    for (int i = 0; i < LOG_STEPS; i++) {
      jump = square(jump, modulus);
    }
    long[][][] jumps = new long[Integer.SIZE - 1][][];
    for (int i = 0; i < jumps.length; i++) {
      jumps[i] = jump;
      jump = square(jump, modulus);
    }
    return jumps;
  }

  private static long[][] square(long[][] matrix, long modulus) {
    long[][] square = new long[3][3];
    for (int column = 0; column < 3; column++) {
      long[] image =
          product(
              matrix,
              new long[] {matrix[0][column], matrix[1][column], matrix[2][column]},
              modulus);
      for (int row = 0; row < 3; row++) {
        square[row][column] = image[row];
      }
    }
    return square;
  }

  private static long[] product(long[][] matrix, long[] vector, long modulus) {
    long[] product = new long[3];
    for (int row = 0; row < 3; row++) {
      long sum = 0;
      for (int column = 0; column < 3; column++) {
        // Both factors are below 2^32, so their product is exact without a sign.
        sum += Long.remainderUnsigned(matrix[row][column] * vector[column], modulus);
      }
      product[row] = sum % modulus;
    }
    return product;
  }
}
