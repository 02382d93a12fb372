package org.edgetwin.sim.policies.gavel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A job alone or a pair of jobs: what has a share of each type, and what it has received of it. */
final class Claim {
  /** Stands for a priority of a claim that has received nothing, times its share. */
  private static final double FIRST = 1e9;

  static final int NOBODY = -1;

  final int first;

  /** The other job of a pair, behind the first; or {@link #NOBODY}. */
  final int second;

  /** Share of time on each type; null until shares have been computed with it. */
  double @Nullable [] share;

  /** Seconds on each type since the last reset, and half a round. */
  final double[] receivedSeconds;

  /** Seconds on each type that it should have received before the last reset and has not. */
  final double[] deficitSeconds;

  /**
   * A claim without a share.
   *
   * @param initialSeconds what it counts as having received on each type
   */
  Claim(int first, int second, int types, double initialSeconds) {
    this.first = first;
    this.second = second;
    receivedSeconds = new double[types];
    deficitSeconds = new double[types];
    Arrays.fill(receivedSeconds, initialSeconds);
  }

  Claim(Claim other) {
    first = other.first;
    second = other.second;
    share = other.share;
    receivedSeconds = other.receivedSeconds.clone();
    deficitSeconds = other.deficitSeconds.clone();
  }

  boolean isPair() {
    return second != NOBODY;
  }

  boolean contains(int job) {
    return job == first || job == second;
  }

  /** The other job of a pair; {@link #NOBODY} of one alone. */
  int partner(int job) {
    return job == first ? second : first;
  }

  /**
   * How far it is behind its share on a type; 0 without a share.
   *
   * @param typeSeconds what all claims have received on that type
   */
  double priority(int type, double typeSeconds) {
    if (share == null || share[type] == 0) {
      return 0;
    }
    double fraction = typeSeconds == 0 ? 0 : receivedSeconds[type] / typeSeconds;
    return fraction > 0 ? share[type] / fraction : share[type] * FIRST;
  }

  /** What was received so far becomes a deficit, or a surplus, and counting begins anew. */
  void reset(double passedSeconds, double initialSeconds) {
    for (int j = 0; j < receivedSeconds.length; j++) {
      double due = share == null ? 0 : share[j] * passedSeconds;
      deficitSeconds[j] += due - (receivedSeconds[j] - initialSeconds);
      receivedSeconds[j] = initialSeconds;
    }
  }
}
