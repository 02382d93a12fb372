package org.edgetwin.sim.policies.muri;

/**
 * Instants at which decisions are made: the multiples of a period.
 *
 * @param period seconds; 0 for every instant
 */
record Ticks(double period) {
  boolean isTick(double time) {
    return period == 0 || time == Math.rint(time / period) * period;
  }

  /**
   * The first tick that is not before a time and after now.
   *
   * @return positive infinity if the time is
   */
  double notBefore(double time, double now) {
    if (period == 0 || time == Double.POSITIVE_INFINITY) {
      return Math.max(time, Math.nextUp(now));
    }
    double tick = Math.ceil(time / period) * period;
    return tick > now ? tick : (Math.floor(now / period) + 1) * period;
  }
}
