package org.edgetwin.agents.evaluation;

import java.util.Arrays;
import umontreal.ssj.probdist.NormalDist;
import umontreal.ssj.rng.RandomStream;

/** Tables of random costs. */
final class RandomCosts {
  private RandomCosts() {}

  /** Uniform between 1 and 3. */
  static CostTable of(int seeds, int windows, RandomStream stream) {
    double[][] costs = new double[seeds][windows];
    for (double[] row : costs) {
      Arrays.setAll(row, window -> 1 + 2 * stream.nextDouble());
    }
    return new CostTable(costs);
  }

  /** Normal around 1: an effect of the seed, one of the window, and a rest. */
  static CostTable normal(
      int seeds, int windows, double seedSd, double windowSd, double restSd, RandomStream stream) {
    double[] windowEffect = new double[windows];
    Arrays.setAll(windowEffect, window -> windowSd * normal(stream));
    double[][] costs = new double[seeds][windows];
    for (double[] row : costs) {
      double seedEffect = seedSd * normal(stream);
      Arrays.setAll(row, w -> 1 + seedEffect + windowEffect[w] + restSd * normal(stream));
    }
    return new CostTable(costs);
  }

  private static double normal(RandomStream stream) {
    return NormalDist.inverseF01(stream.nextDouble());
  }
}
