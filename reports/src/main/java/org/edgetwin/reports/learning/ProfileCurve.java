package org.edgetwin.reports.learning;

import java.util.List;

/**
 * The performance profile of a policy against one baseline [agarwal2021].
 *
 * @param points ascending in tau
 */
public record ProfileCurve(String baseline, List<Point> points) {
  public ProfileCurve {
    points = List.copyOf(points);
  }

  /**
   * A point.
   *
   * @param share of (seed, window) pairs whose ratio is at most {@code tau}
   */
  public record Point(double tau, IntervalEstimate share) {}
}
