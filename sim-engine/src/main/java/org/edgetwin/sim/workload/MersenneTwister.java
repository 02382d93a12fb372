package org.edgetwin.sim.workload;

/**
 * The generator behind CPython's {@code random} module, number for number: MT19937 [matsumoto1998],
 * seeded as {@code random.seed(int)} does and read as {@code random.random()}.
 *
 * <p>It exists to rebuild workloads that were published as a Python program and a seed. Simulations
 * draw from {@link org.edgetwin.sim.kernel.Streams}. Not thread-safe.
 */
final class MersenneTwister {
  private static final int SIZE = 624;
  private static final int SHIFT_SIZE = 397;

  private final int[] stateArray = new int[SIZE];
  private int position = SIZE;

  /**
   * @param seed as for {@code random.seed(seed)}, which ignores the sign
   */
  MersenneTwister(long seed) {
    long magnitude = Math.abs(seed);
    int low = (int) magnitude;
    int high = (int) (magnitude >>> 32);
    initialise(high == 0 ? new int[] {low} : new int[] {low, high});
  }

  /** {@code init_by_array} of the reference implementation. */
  private void initialise(int[] keyArray) {
    fill(19650218);
    int i = 1;
    int k = 0;
    for (int round = Math.max(SIZE, keyArray.length); round > 0; round--) {
      stateArray[i] = (stateArray[i] ^ (scrambled(i - 1) * 1664525)) + keyArray[k] + k;
      i = next(i);
      k = (k + 1) % keyArray.length;
    }
    for (int round = SIZE - 1; round > 0; round--) {
      stateArray[i] = (stateArray[i] ^ (scrambled(i - 1) * 1566083941)) - i;
      i = next(i);
    }
    stateArray[0] = 0x80000000;
  }

  /** {@code init_genrand} of the reference implementation. */
  private void fill(int seed) {
    stateArray[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      stateArray[i] = 1812433253 * scrambled(i - 1) + i;
    }
  }

  private int scrambled(int index) {
    return stateArray[index] ^ (stateArray[index] >>> 30);
  }

  private int next(int index) {
    if (index + 1 < SIZE) {
      return index + 1;
    }
    stateArray[0] = stateArray[SIZE - 1];
    return 1;
  }

  /** A uniform number in [0, 1) with 53 random bits. */
  double nextDouble() {
    int high = nextInt() >>> 5;
    int low = nextInt() >>> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
  }

  private int nextInt() {
    if (position == SIZE) {
      twist();
      position = 0;
    }
    int y = stateArray[position++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9D2C5680;
    y ^= (y << 15) & 0xEFC60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int y = (stateArray[i] & 0x80000000) | (stateArray[(i + 1) % SIZE] & 0x7FFFFFFF);
      int odd = (y & 1) == 0 ? 0 : 0x9908B0DF;
      stateArray[i] = stateArray[(i + SHIFT_SIZE) % SIZE] ^ (y >>> 1) ^ odd;
    }
  }
}
