package org.edgetwin.calibration.network;

import java.util.List;

/**
 * A line of least absolute deviations, by reweighted least squares: a tenth of wild points hardly
 * moves it.
 *
 * @param intercept at x = 0
 * @param slope per unit of x
 */
record LeastDeviations(double intercept, double slope) {
  private static final int ROUNDS = 50;

  /** A floor above every deviation: plain least squares. */
  private static final double ALL_ALIKE = 1e9;

  /**
   * One point.
   *
   * @param scale what its deviation is measured in
   */
  record Point(double x, double y, double scale) {}

  /**
   * Fits a line.
   *
   * @param floor deviations below this count like squares, in units of the points' scales
   */
  static LeastDeviations fit(List<Point> points, double floor) {
    LeastDeviations line = weighted(points, new LeastDeviations(0, 0), ALL_ALIKE);
    for (int round = 0; round < ROUNDS; round++) {
      line = weighted(points, line, floor);
    }
    return line;
  }

  double at(double x) {
    return intercept + slope * x;
  }

  private static LeastDeviations weighted(List<Point> points, LeastDeviations last, double floor) {
    double weightSum = 0;
    double xSum = 0;
    double ySum = 0;
    double xxSum = 0;
    double xySum = 0;
    for (Point point : points) {
      double deviation = Math.abs(point.y() - last.at(point.x())) / point.scale();
      double weight = 1 / (Math.max(deviation, floor) * point.scale() * point.scale());
      weightSum += weight;
      xSum += weight * point.x();
      ySum += weight * point.y();
      xxSum += weight * point.x() * point.x();
      xySum += weight * point.x() * point.y();
    }
    double slope = (weightSum * xySum - xSum * ySum) / (weightSum * xxSum - xSum * xSum);
    return new LeastDeviations((ySum - slope * xSum) / weightSum, slope);
  }
}
