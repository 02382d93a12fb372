package org.edgetwin.sim.experiment;

import org.HdrHistogram.Histogram;

/** Wall-clock times of a sample of the decisions of one run, to three digits. */
final class DecisionTimer {
  /** Reading the clock twice takes about as long as a cheap decision. */
  private static final int SAMPLE_EVERY = 8;

  private static final int DIGITS = 3;
  private static final double NANOS_PER_MICRO = 1000;

  private final Histogram nanoHistogram = new Histogram(DIGITS);
  private int decisionCount;

  /** Counts a decision; true if it is to be timed. */
  boolean countsAsSampled() {
    return ++decisionCount % SAMPLE_EVERY == 0;
  }

  void record(long nanos) {
    nanoHistogram.recordValue(nanos);
  }

  /** 99th percentile, microseconds; NaN if no decision was timed. */
  double p99Microseconds() {
    return nanoHistogram.getTotalCount() == 0
        ? Double.NaN
        : nanoHistogram.getValueAtPercentile(99) / NANOS_PER_MICRO;
  }
}
