package org.edgetwin.sim.selfcheck;

/**
 * A network of stations with exponential service.
 *
 * @param serviceMeans mean service at each station
 * @param onward onward[i][j]: probability of going from station i to station j; the rest leaves
 * @param arrivalRate of customers from outside, who come to station 0; 0 if the network is closed
 * @param population customers of a closed network, 0 if it is open
 * @param thinkSeconds mean delay before a customer of a closed network comes to station 0 again
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
record NetworkPlan(
    double[] serviceMeans,
    double[][] onward,
    double arrivalRate,
    int population,
    double thinkSeconds) {
  static NetworkPlan open(double arrivalRate, double[] serviceMeans, double[][] onward) {
    return new NetworkPlan(serviceMeans, onward, arrivalRate, 0, 0);
  }

  /** Stations visited one after the other, then a delay. */
  static NetworkPlan closedTandem(int population, double thinkSeconds, double... serviceMeans) {
    double[][] onward = new double[serviceMeans.length][serviceMeans.length];
    for (int i = 0; i + 1 < serviceMeans.length; i++) {
      onward[i][i + 1] = 1;
    }
    return new NetworkPlan(serviceMeans, onward, 0, population, thinkSeconds);
  }

  boolean isClosed() {
    return population > 0;
  }

  /** Mean time between two arrivals from outside, or before a customer comes again. */
  double meanDelay() {
    return isClosed() ? thinkSeconds : 1 / arrivalRate;
  }

  int stations() {
    return serviceMeans.length;
  }

  /** The next station for a uniform draw, or -1 to leave. */
  int next(int station, double uniform) {
    double sum = 0;
    for (int j = 0; j < stations(); j++) {
      sum += onward[station][j];
      if (uniform < sum) {
        return j;
      }
    }
    return -1;
  }
}
