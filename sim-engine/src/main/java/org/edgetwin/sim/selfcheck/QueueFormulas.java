package org.edgetwin.sim.selfcheck;

import java.util.function.DoubleUnaryOperator;

/** Exact answers of queueing theory. Service times have mean 1 unless said. */
final class QueueFormulas {
  /** Panels of a numerical integral; the error is far below the digits that are compared. */
  private static final int PANELS = 100_000;

  /** The tail of a law is cut where it has fallen to e to the minus this. */
  private static final double CUT = 45;

  private QueueFormulas() {}

  /**
   * Mean response of M/M/1, first come first served, processor sharing and least attained alike.
   */
  static double singleServerResponse(double rho) {
    return 1 / (1 - rho);
  }

  /** Blocking probability of c servers without waiting room (Erlang B). */
  static double erlangB(int servers, double load) {
    double blocking = 1;
    for (int c = 1; c <= servers; c++) {
      blocking = load * blocking / (c + load * blocking);
    }
    return blocking;
  }

  /** Probability of waiting in M/M/c (Erlang C). */
  static double erlangC(int servers, double rho) {
    double blocking = erlangB(servers, servers * rho);
    return blocking / (1 - rho * (1 - blocking));
  }

  /** Mean response of M/M/c. */
  static double multiServerResponse(int servers, double rho) {
    return 1 + erlangC(servers, rho) / (servers * (1 - rho));
  }

  /** Mean waiting time of M/G/1, first come first served (Pollaczek-Khinchine). */
  static double wait(double rho, double secondMoment) {
    return rho * secondMoment / (2 * (1 - rho));
  }

  /** Blocking probability of M/M/1 with room for {@code capacity} jobs. */
  static double finiteRoomBlocking(double rho, int capacity) {
    return (1 - rho) * Math.pow(rho, capacity) / (1 - Math.pow(rho, capacity + 1));
  }

  /** Mean response of M/G/1 under shortest remaining processing time [schrage1966]. */
  static double shortestRemaining(ExponentialMixture law, double lambda) {
    return integral(
        law,
        x -> {
          double free = 1 - lambda * law.partialMean(x);
          double wait = lambda * law.truncatedSecondMoment(x) / (2 * free * free);
          return law.density(x) * wait + law.tail(x) / free;
        });
  }

  /** Mean response of M/G/1 under least attained service, shared continuously [kleinrock1976]. */
  static double leastAttained(ExponentialMixture law, double lambda) {
    return integral(
        law,
        x -> {
          double free = 1 - lambda * law.truncatedMean(x);
          double wait = lambda * law.truncatedSecondMoment(x) / (2 * free * free);
          return law.density(x) * (wait + x / free);
        });
  }

  /** Simpson's rule over the support of a law. */
  private static double integral(ExponentialMixture law, DoubleUnaryOperator integrand) {
    double step = CUT / law.slowestRate() / PANELS;
    double sum = integrand.applyAsDouble(0) + integrand.applyAsDouble(PANELS * step);
    for (int i = 1; i < PANELS; i++) {
      sum += (i % 2 == 1 ? 4 : 2) * integrand.applyAsDouble(i * step);
    }
    return sum * step / 3;
  }

  /** Mean response when each job joins the shorter of two queues of many (supermarket model). */
  static double powerOfTwo(double rho) {
    double sum = 0;
    for (int i = 1; i < 40; i++) {
      sum += Math.pow(rho, Math.pow(2, i) - 2);
    }
    return sum;
  }

  /** Mean response of fork-join of two M/M/1 queues (Flatto-Hahn). */
  static double forkJoin(double rho) {
    return (12 - rho) / 8 / (1 - rho);
  }

  /**
   * Throughput of a closed network of single-server queues by exact mean value analysis.
   *
   * @param jobs number in the network
   * @param thinkSeconds delay between two visits
   * @param demands mean service at each queue in a visit
   */
  static double closedThroughput(int jobs, double thinkSeconds, double... demands) {
    double[] queue = new double[demands.length];
    double throughput = 0;
    for (int n = 1; n <= jobs; n++) {
      double response = 0;
      for (int k = 0; k < demands.length; k++) {
        response += demands[k] * (1 + queue[k]);
      }
      throughput = n / (thinkSeconds + response);
      for (int k = 0; k < demands.length; k++) {
        queue[k] = throughput * demands[k] * (1 + queue[k]);
      }
    }
    return throughput;
  }
}
