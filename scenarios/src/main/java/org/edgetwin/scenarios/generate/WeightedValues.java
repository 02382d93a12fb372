package org.edgetwin.scenarios.generate;

import org.edgetwin.sim.distribution.Distribution;
import umontreal.ssj.rng.RandomStream;

/** One of some values, with weights. One uniform a draw. */
final class WeightedValues implements Distribution {
  private final double[] valueArray;
  private final double[] cumulativeShares;

  /**
   * @param weights not negative; their sum is positive
   */
  WeightedValues(double[] values, double[] weights) {
    valueArray = values.clone();
    cumulativeShares = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      cumulativeShares[i] = sum;
    }
    for (int i = 0; i < weights.length; i++) {
      cumulativeShares[i] /= sum;
    }
  }

  @Override
  public double sample(RandomStream stream) {
    return valueArray[index(stream.nextDouble())];
  }

  /** Index of the value at a quantile in [0, 1). */
  int index(double quantile) {
    int index = 0;
    while (index < cumulativeShares.length - 1 && quantile >= cumulativeShares[index]) {
      index++;
    }
    return index;
  }

  @Override
  public double mean() {
    double mean = 0;
    double below = 0;
    for (int i = 0; i < valueArray.length; i++) {
      mean += valueArray[i] * (cumulativeShares[i] - below);
      below = cumulativeShares[i];
    }
    return mean;
  }
}
