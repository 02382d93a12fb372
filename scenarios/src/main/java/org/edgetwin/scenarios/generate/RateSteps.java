package org.edgetwin.scenarios.generate;

/** A rate that is constant for a while, then changes. Not thread-safe. */
interface RateSteps {
  /** The present rate, per second. */
  double rate();

  /** When it changes, seconds since the start of the run; may be infinite. */
  double end();

  /** Goes on to the next rate. */
  void advance();

  /** An independent copy in the same state. */
  RateSteps copy();
}
