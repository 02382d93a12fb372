package org.edgetwin.sim.selfcheck;

/**
 * What one replication gives.
 *
 * @param figures one for each target
 * @param controls quantities whose expectation is exactly 0, correlated with the figures: how far
 *     the drawn gaps, service times and the like are from their known means
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
record Observation(double[] figures, double[] controls) {
  static Observation of(double... figures) {
    return new Observation(figures, new double[0]);
  }
}
