package org.edgetwin.agents.evaluation;

import java.util.Arrays;
import org.edgetwin.sim.metrics.Percentiles;

/** One number for many. */
public enum Aggregate {
  /** The arithmetic mean. */
  MEAN {
    @Override
    double ofSome(double[] values) {
      return meanBetween(values, 0, values.length);
    }
  },

  /** The value in the middle, or the mean of the two there. */
  MEDIAN {
    @Override
    double ofSome(double[] values) {
      return Percentiles.of(sorted(values), 0.5);
    }
  },

  /**
   * The interquartile mean (IQM) [agarwal2021]: the mean of what is left when a quarter of the
   * values, rounded down, is cut off at each end. It moves less with a few extreme windows than the
   * mean, and less from seed to seed than the median.
   */
  INTERQUARTILE_MEAN {
    @Override
    double ofSome(double[] values) {
      int cut = values.length / 4;
      return meanBetween(sorted(values), cut, values.length - cut);
    }
  },

  /** {@code exp(mean(log x))} of positive values: for ratios, the same both ways round. */
  GEOMETRIC_MEAN {
    @Override
    double ofSome(double[] values) {
      double[] logs = Arrays.stream(values).map(Math::log).toArray();
      return Math.exp(meanBetween(logs, 0, logs.length));
    }
  };

  /**
   * The aggregate; NaN of none.
   *
   * @param values without NaN
   */
  public double of(double... values) {
    return values.length == 0 ? Double.NaN : ofSome(values);
  }

  abstract double ofSome(double[] values);

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double meanBetween(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }
}
