package org.edgetwin.sim.experiment;

import java.util.Arrays;
import java.util.List;
import org.edgetwin.sim.metrics.Metric;

/** Values of one figure over replications, without those in which it is undefined. */
final class Sample {
  private final double[] valueArray;

  /**
   * @param values NaN where undefined
   */
  Sample(double[] values) {
    valueArray = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }

  /** The values of a metric in some runs. */
  static Sample of(List<RunOutcome> runs, Metric metric) {
    return new Sample(runs.stream().mapToDouble(run -> run.metrics().get(metric)).toArray());
  }

  int size() {
    return valueArray.length;
  }

  double value(int i) {
    return valueArray[i];
  }

  /** NaN if empty; exact where all values are equal, whose rounding would look like a spread. */
  double mean() {
    double sum = 0;
    boolean equal = true;
    for (double value : valueArray) {
      sum += value;
      equal &= value == valueArray[0];
    }
    return equal && valueArray.length > 0 ? valueArray[0] : sum / valueArray.length;
  }

  /** Unbiased; NaN for fewer than two values. */
  double variance() {
    if (valueArray.length < 2) {
      return Double.NaN;
    }
    double mean = mean();
    double sum = 0;
    for (double value : valueArray) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (valueArray.length - 1);
  }

  /** Of the mean. */
  double standardError() {
    return Math.sqrt(variance() / valueArray.length);
  }
}
