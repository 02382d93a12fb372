package org.edgetwin.calibration.churn;

import org.edgetwin.gpu.reliability.LifeTrace;

/**
 * What is known of a lifetime: it ended after {@code aliveFor} and not after {@code deadBy}.
 *
 * @param aliveFor the age at which it was last seen alive, seconds
 * @param deadBy the age at which it was first seen dead; positive infinity if it never was
 *     (censored)
 */
record ObservedLife(double aliveFor, double deadBy) {
  ObservedLife {
    if (!(aliveFor >= 0 && deadBy > aliveFor)) {
      throw new IllegalArgumentException(
          "A life cannot end after " + aliveFor + " s and by " + deadBy + " s.");
    }
  }

  /**
   * A life of a trace whose times are rounded to a grid.
   *
   * @param gridSeconds what its times are multiples of
   */
  static ObservedLife of(LifeTrace trace, LifeTrace.Life life, double gridSeconds) {
    if (life.deathTime() == Double.POSITIVE_INFINITY) {
      return new ObservedLife(trace.endTime() - life.birthTime(), Double.POSITIVE_INFINITY);
    }
    double age = life.deathTime() - life.birthTime();
    return new ObservedLife(Math.max(age - gridSeconds / 2, 0), age + gridSeconds / 2);
  }

  boolean died() {
    return deadBy < Double.POSITIVE_INFINITY;
  }
}
