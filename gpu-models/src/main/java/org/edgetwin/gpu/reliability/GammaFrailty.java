package org.edgetwin.gpu.reliability;

import org.apache.commons.math3.special.Gamma;
import org.edgetwin.gpu.table.Require;

/**
 * Failure rates that differ between nodes: the rate of a node is the fleet's mean rate times a
 * gamma-distributed frailty of mean 1. With a small shape a few nodes make most of the failures.
 *
 * <p>Limits: a node keeps its frailty; failures of one node are a Poisson process.
 *
 * @param shape of the gamma distribution; its variance is 1 / shape
 */
public record GammaFrailty(double shape) {
  private static final int BISECTIONS = 100;
  private static final double LOG_LEAST = -700;
  private static final double LOG_TOLERANCE = 1e-13;
  private static final double LEAST_SHAPE = 1e-3;
  private static final double GREATEST_SHAPE = 1e3;

  public GammaFrailty {
    Require.within("shape", shape, LEAST_SHAPE, GREATEST_SHAPE);
  }

  /**
   * The frailty under which the worst nodes are expected to make a given share of the failures.
   *
   * @param topFraction of the nodes, in (0, 1)
   * @param share of the failures, above {@code topFraction}
   */
  public static GammaFrailty ofTopShare(double topFraction, double share) {
    Require.within("topFraction", topFraction, Double.MIN_NORMAL, Math.nextDown(1));
    Require.within("share", share, Math.nextUp(topFraction), Math.nextDown(1));
    double low = Math.log(LEAST_SHAPE);
    double high = Math.log(GREATEST_SHAPE);
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      // A larger shape makes nodes more alike.
      if (new GammaFrailty(Math.exp(middle)).topShare(topFraction) > share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new GammaFrailty(Math.exp(low));
  }

  /** Share of the failures that the worst nodes are expected to make in a large fleet. */
  public double topShare(double topFraction) {
    return Gamma.regularizedGammaQ(shape + 1, shape * quantile(1 - topFraction));
  }

  /**
   * The frailty that a share of the nodes does not exceed.
   *
   * @param probability in [0, 1)
   */
  public double quantile(double probability) {
    // On the scale of logarithms, because small shapes put much mass next to 0.
    double low = LOG_LEAST;
    double high = Math.log(shape + 1) + Math.log(GREATEST_SHAPE);
    for (int i = 0; i < BISECTIONS && high - low > LOG_TOLERANCE; i++) {
      double middle = (low + high) / 2;
      if (Gamma.regularizedGammaP(shape, Math.exp(middle)) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp(low) / shape;
  }

  /**
   * The expected rate of a node that was watched, between the fleet's and its own (conjugate
   * gamma-Poisson update).
   *
   * @param meanRate of the fleet, per second
   * @param failures that the node had
   * @param seconds for which it was watched
   */
  public double posteriorRate(double meanRate, int failures, double seconds) {
    return (shape + failures) / (shape / meanRate + seconds);
  }
}
