package org.edgetwin.sim.validation;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** Mean, median and quantiles of the errors of some comparisons. */
public final class Errors {
  private final double[] errors;

  private Errors(double[] errors) {
    if (errors.length == 0) {
      throw new IllegalArgumentException("There is nothing to compare. Maybe the split is empty.");
    }
    this.errors = errors;
  }

  /** Of |predicted - measured|. */
  public static Errors absolute(List<Comparison> comparisons) {
    return new Errors(comparisons.stream().mapToDouble(Comparison::absoluteError).toArray());
  }

  /** Of |predicted - measured| / measured. */
  public static Errors relative(List<Comparison> comparisons) {
    return new Errors(comparisons.stream().mapToDouble(Comparison::relativeError).toArray());
  }

  public double mean() {
    return Arrays.stream(errors).average().orElseThrow();
  }

  public double median() {
    return quantile(0.5);
  }

  public double p90() {
    return quantile(0.9);
  }

  /**
   * A quantile by linear interpolation between order statistics (type 7 of [hyndman1996]).
   *
   * @param probability in (0, 1]
   */
  public double quantile(double probability) {
    return new Percentile()
        .withEstimationType(Percentile.EstimationType.R_7)
        .evaluate(errors, 100 * probability);
  }
}
