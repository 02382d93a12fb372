package org.edgetwin.sim.policies.gavel;

/**
 * Two jobs of equal gangs that could share the same GPUs.
 *
 * @param first place of a job in the problem
 * @param second place of the other, behind the first
 * @param firstKeeps what the first keeps of its speed alone, on each type; 0 where they do not pair
 * @param secondKeeps the same of the second
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
record PairOption(int first, int second, double[] firstKeeps, double[] secondKeeps) {
  boolean contains(int i) {
    return i == first || i == second;
  }

  /** What a job of the pair keeps on a type. */
  double kept(int i, int j) {
    return i == first ? firstKeeps[j] : secondKeeps[j];
  }

  boolean isPossible(int j) {
    return firstKeeps[j] > 0 && secondKeeps[j] > 0;
  }
}
