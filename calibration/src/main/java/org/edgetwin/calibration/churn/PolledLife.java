package org.edgetwin.calibration.churn;

import java.util.List;

/**
 * The life of an instance that was looked at from time to time.
 *
 * @param bornTime seconds since the start of the log
 * @param pollAgeList ages at which it was looked at, rising; if it died, the last look found it
 *     dead
 */
record PolledLife(double bornTime, List<Double> pollAgeList, boolean died) {
  PolledLife {
    pollAgeList = List.copyOf(pollAgeList);
  }

  int polls() {
    return pollAgeList.size();
  }

  double firstPollAge() {
    return pollAgeList.get(0);
  }

  double lastPollAge() {
    return pollAgeList.get(polls() - 1);
  }

  /** Whether it was dead when it was looked at for the first time. */
  boolean diedEarly() {
    return died && polls() == 1;
  }

  /**
   * What is known of the life beyond the first look, which it has survived.
   *
   * @param capSeconds the age at which it would have been ended anyway: a death found later is not
   *     counted as one
   */
  ObservedLife beyondFirstPoll(double capSeconds) {
    double first = firstPollAge();
    if (died && lastPollAge() <= capSeconds) {
      return new ObservedLife(pollAgeList.get(polls() - 2) - first, lastPollAge() - first);
    }
    double seen = died ? pollAgeList.get(polls() - 2) : lastPollAge();
    return new ObservedLife(Math.min(seen, capSeconds) - first, Double.POSITIVE_INFINITY);
  }
}
