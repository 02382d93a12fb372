package org.edgetwin.agents.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * The share of (seed, window) pairs whose ratio is at most tau, over a grid of tau [agarwal2021]:
 * the cumulative distribution of the ratios. A curve that lies above another everywhere is better
 * everywhere; where two cross, the choice depends on what one wants to avoid.
 *
 * @param points ascending in tau
 */
public record PerformanceProfile(List<Point> points) {
  /**
   * A point of the curve.
   *
   * @param share with its 95 % interval at this tau alone, not of the curve as a whole
   */
  public record Point(double tau, BootstrapEstimate share) {}

  /**
   * The profile of ratios or other costs.
   *
   * @param grid values of tau, ascending
   */
  public static PerformanceProfile of(
      ScoreTable ratios, double[] grid, StratifiedBootstrap bootstrap) {
    return new PerformanceProfile(
        Arrays.stream(grid)
            .mapToObj(tau -> new Point(tau, bootstrap.estimate(ratios.shareAtMost(tau))))
            .toList());
  }
}
