package org.edgetwin.sim.experiment;

/**
 * Figures that no scheduler can go below.
 *
 * @param jctMeanSeconds bound of {@code jct_mean_s}; NaN if no measured job finished
 * @param makespanSeconds bound of {@code makespan_s}; NaN if no job finished
 */
public record LowerBounds(double jctMeanSeconds, double makespanSeconds) {
  /** Nothing is known. */
  public static final LowerBounds UNKNOWN = new LowerBounds(Double.NaN, Double.NaN);
}
