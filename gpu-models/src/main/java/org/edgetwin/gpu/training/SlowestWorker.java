package org.edgetwin.gpu.training;

import org.apache.commons.math3.special.Erf;
import org.edgetwin.gpu.table.Require;

/** A gang that exchanges gradients in every step is as fast as its slowest worker. */
public final class SlowestWorker {
  /** Standard deviations that the integral spans on either side. */
  private static final double REACH = 9;

  private static final int STEPS = 1800;

  private SlowestWorker() {}

  /**
   * The factor on the computation of a gang of known workers.
   *
   * @param factors of its workers: 1 is a GPU as catalogued, 1.2 needs 20 % longer
   */
  public static double factor(double... factors) {
    if (factors.length == 0) {
      throw new IllegalArgumentException("A gang has no workers. Maybe it was not placed yet.");
    }
    double slowest = 0;
    for (double factor : factors) {
      Require.positive("factor of a worker", factor);
      slowest = Math.max(slowest, factor);
    }
    return slowest;
  }

  /**
   * The expected factor of a gang of workers whose factors are normal around 1: 1 plus the spread
   * times the expected largest of n standard normal numbers.
   *
   * <p>Cost: one integral, {@value #STEPS} values of the error function.
   *
   * @param workers n
   * @param spread standard deviation of the factors, such as 0.04
   */
  public static double expectedFactor(int workers, double spread) {
    Require.atLeast("workers", workers, 1);
    Require.notNegative("spread", spread);
    return 1 + spread * expectedLargest(workers);
  }

  /** E[max] is the integral of x over the density n phi(x) Phi(x)^(n - 1), by trapezoids. */
  private static double expectedLargest(int n) {
    double width = 2 * REACH / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double x = -REACH + i * width;
      double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
      double below = Erf.erfc(-x / Math.sqrt(2)) / 2;
      sum += x * n * density * Math.pow(below, n - 1);
    }
    return sum * width;
  }
}
