package org.edgetwin.gpu.collective;

/**
 * Adds up one array over all workers and leaves the sum with each of them. A single worker has
 * nothing to do.
 */
public sealed interface AllReduce
    permits RingAllReduce, TreeAllReduce, TwoLevelAllReduce, BusBandwidthLaw, MeasuredAllReduce {
  /** How many GPUs take part. */
  int workers();

  /**
   * Seconds until every worker has the sum.
   *
   * @param bytes of the array, the same on each worker
   */
  double seconds(double bytes);

  /** Who answers for a size. */
  default Basis basis(double bytes) {
    return Basis.LAW;
  }

  /**
   * The share of an array that crosses the slowest link in both passes of a ring: 2 (n - 1) / n.
   */
  static double busFactor(int workers) {
    return 2.0 * (workers - 1) / workers;
  }
}
