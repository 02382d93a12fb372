package org.edgetwin.sim.selfcheck;

/** How much work a self-check spends; the rows are the same. */
public enum Mode {
  /** Intervals as narrow as the targets ask for; minutes. */
  FULL(32, 960, 1, 8),
  /** A fixed small effort, and intervals as wide as that makes them; seconds. */
  QUICK(12, 12, 12, 4);

  private final int minimumReplications;
  private final int maximumReplications;
  private final int divisor;
  private final int relaxationTimes;

  Mode(int minimumReplications, int maximumReplications, int divisor, int relaxationTimes) {
    this.minimumReplications = minimumReplications;
    this.maximumReplications = maximumReplications;
    this.divisor = divisor;
    this.relaxationTimes = relaxationTimes;
  }

  int minimumReplications() {
    return minimumReplications;
  }

  int maximumReplications() {
    return maximumReplications;
  }

  /** A length or number that is {@code full} in a full run. */
  int scaled(int full) {
    return full / divisor;
  }

  /** Length of a warm-up: what is left of the empty start shrinks to e to the minus this. */
  int relaxationTimes() {
    return relaxationTimes;
  }
}
