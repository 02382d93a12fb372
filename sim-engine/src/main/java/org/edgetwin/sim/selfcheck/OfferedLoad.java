package org.edgetwin.sim.selfcheck;

import java.util.Arrays;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * How many of the drawn jobs would be in service at equally spaced instants if none ever waited:
 * counted from their arrival and service times alone, and by theory Poisson with the offered load
 * as its mean. How often it is at least the number of servers is a control variate for waiting in
 * many servers.
 */
final class OfferedLoad {
  private static final double SPACING_SECONDS = 0.1;

  private final double mean;
  private final int firstInstant;

  /** Change of the number in service from one instant to the next. */
  private final int[] changeArray;

  /**
   * Instants in an interval of time; a whole number of them before the last arrival.
   *
   * @param mean offered load
   */
  OfferedLoad(double mean, double startTime, double endTime) {
    this.mean = mean;
    firstInstant = instantAfter(startTime);
    changeArray = new int[instantAfter(endTime)];
  }

  OfferedLoad(OfferedLoad other) {
    mean = other.mean;
    firstInstant = other.firstInstant;
    changeArray = other.changeArray.clone();
  }

  private static int instantAfter(double time) {
    return (int) Math.ceil(time / SPACING_SECONDS);
  }

  void add(double arrivalTime, double service) {
    change(instantAfter(arrivalTime), 1);
    change(instantAfter(arrivalTime + service), -1);
  }

  private void change(int instant, int by) {
    if (instant < changeArray.length) {
      changeArray[instant] += by;
    }
  }

  /** Share of instants with at least so many in service, less its expectation, for each level. */
  double[] deviations(int... levels) {
    PoissonDistribution law =
        new PoissonDistribution(
            null,
            mean,
            PoissonDistribution.DEFAULT_EPSILON,
            PoissonDistribution.DEFAULT_MAX_ITERATIONS);
    double[] deviations = new double[levels.length];
    int inService = 0;
    for (int instant = 0; instant < changeArray.length; instant++) {
      inService += changeArray[instant];
      for (int i = 0; i < levels.length && instant >= firstInstant; i++) {
        deviations[i] += inService >= levels[i] ? 1 : 0;
      }
    }
    int instants = changeArray.length - firstInstant;
    Arrays.setAll(
        deviations, i -> deviations[i] / instants - (1 - law.cumulativeProbability(levels[i] - 1)));
    return deviations;
  }
}
