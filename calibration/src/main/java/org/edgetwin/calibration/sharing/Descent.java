package org.edgetwin.calibration.sharing;

import java.util.function.Function;

/**
 * Minimises a smooth function of a few variables by the BFGS method with backtracking [nocedal2006,
 * algorithm 6.1]. Few evaluations matter here: each inverts a matrix.
 */
final class Descent {
  /** Longest step in any variable. */
  private static final double LONGEST = 2;

  private static final double SUFFICIENT = 1e-4;
  private static final double SHRINK = 0.4;
  private static final int MOST_SHRINKS = 8;

  private Descent() {}

  /** A function at one place; the curvature is of rough second derivatives, all positive. */
  static final class Point {
    private final double[] x;
    private final double value;
    private final double[] gradient;
    private final double[] curvature;

    Point(double[] x, double value, double[] gradient, double[] curvature) {
      this.x = x;
      this.value = value;
      this.gradient = gradient;
      this.curvature = curvature;
    }

    double[] x() {
      return x;
    }

    double value() {
      return value;
    }

    double[] gradient() {
      return gradient;
    }
  }

  /**
   * The lowest point found.
   *
   * @param tolerance ends the search once a step gains less
   */
  static Point minimise(
      Function<double[], Point> function, double[] start, int mostSteps, double tolerance) {
    Point here = function.apply(start);
    double[][] metric = diagonal(here.curvature);
    for (int step = 0; step < mostSteps; step++) {
      double[] direction = direction(metric, here.gradient);
      Point next = search(function, here, direction);
      if (next.value >= here.value) {
        return here;
      }
      update(metric, here, next);
      double gain = here.value - next.value;
      here = next;
      if (gain < tolerance) {
        return here;
      }
    }
    return here;
  }

  private static Point search(Function<double[], Point> function, Point here, double[] direction) {
    double slope = dot(direction, here.gradient);
    double length = 1;
    Point next = here;
    for (int shrink = 0; shrink <= MOST_SHRINKS; shrink++) {
      double[] x = here.x.clone();
      for (int i = 0; i < x.length; i++) {
        x[i] += length * direction[i];
      }
      next = function.apply(x);
      if (next.value <= here.value + SUFFICIENT * length * slope) {
        return next;
      }
      length *= SHRINK;
    }
    return next;
  }

  private static double[] direction(double[][] metric, double[] gradient) {
    double[] direction = new double[gradient.length];
    double longest = 0;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -dot(metric[i], gradient);
      longest = Math.max(longest, Math.abs(direction[i]));
    }
    if (longest > LONGEST) {
      for (int i = 0; i < direction.length; i++) {
        direction[i] *= LONGEST / longest;
      }
    }
    return direction;
  }

  /** The inverse Hessian learns from one step: H + (1 + yHy/sy) ss'/sy - (Hys' + sy'H)/sy. */
  private static void update(double[][] metric, Point from, Point to) {
    int n = metric.length;
    double[] s = difference(to.x, from.x);
    double[] y = difference(to.gradient, from.gradient);
    double sy = dot(s, y);
    if (!(sy > 1e-10)) {
      return;
    }
    double[] hy = new double[n];
    for (int i = 0; i < n; i++) {
      hy[i] = dot(metric[i], y);
    }
    double scale = (1 + dot(y, hy) / sy) / sy;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        metric[i][j] += scale * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
      }
    }
  }

  private static double[][] diagonal(double[] curvature) {
    double[][] metric = new double[curvature.length][curvature.length];
    for (int i = 0; i < curvature.length; i++) {
      metric[i][i] = 1 / curvature[i];
    }
    return metric;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = a.clone();
    for (int i = 0; i < b.length; i++) {
      difference[i] -= b[i];
    }
    return difference;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
