package org.edgetwin.sim.policies.gavel;

import org.jspecify.annotations.Nullable;

/** What the rounds remember of one job. */
final class Member {
  static final int NO_TYPE = -1;

  final int id;

  /** Its share of time on each type; null until shares have been computed with it. */
  double @Nullable [] share;

  /** Seconds on each type since the last reset, and half a round. */
  final double[] receivedSeconds;

  /** Seconds on each type that it should have received before the last reset and has not. */
  final double[] deficitSeconds;

  /** Type of its present or last lease. */
  int type = NO_TYPE;

  /** Whether it was selected for the last round and no GPUs were found for it. */
  boolean passedOver;

  Member(int id, int types) {
    this.id = id;
    receivedSeconds = new double[types];
    deficitSeconds = new double[types];
  }

  Member(Member other) {
    id = other.id;
    share = other.share;
    receivedSeconds = other.receivedSeconds.clone();
    deficitSeconds = other.deficitSeconds.clone();
    type = other.type;
    passedOver = other.passedOver;
  }
}
