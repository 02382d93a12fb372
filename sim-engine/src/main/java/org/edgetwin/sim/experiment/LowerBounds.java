package org.edgetwin.sim.experiment;

import org.edgetwin.sim.metrics.Metric;

/**
 * Figures that no scheduler can go below.
 *
 * @param jctMeanSeconds bound of {@code jct_mean_s}; NaN if no measured job finished
 * @param makespanSeconds bound of {@code makespan_s}; NaN if no job finished
 * @param boundedSlowdownMean bound of {@code bounded_slowdown_mean}; NaN if no measured job
 *     finished
 */
public record LowerBounds(
    double jctMeanSeconds, double makespanSeconds, double boundedSlowdownMean) {
  /** Nothing is known. */
  public static final LowerBounds UNKNOWN = new LowerBounds(Double.NaN, Double.NaN, Double.NaN);

  /** The bound of a metric; NaN if there is none. */
  public double of(Metric metric) {
    return switch (metric) {
      case JCT_MEAN_S -> jctMeanSeconds;
      case MAKESPAN_S -> makespanSeconds;
      case BOUNDED_SLOWDOWN_MEAN -> boundedSlowdownMean;
      default -> Double.NaN;
    };
  }
}
