package org.edgetwin.calibration.training;

import org.apache.commons.math3.analysis.MultivariateVectorFunction;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresFactory;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;

/**
 * Least squares by the method of Levenberg and Marquardt, with derivatives by forward differences.
 * Residuals are differences of logarithms, so that each row counts by its relative error.
 */
final class LeastSquares {
  /** About the square root of the precision of a double. */
  private static final double DIFFERENCE = 1e-7;

  private static final double TOLERANCE = 1e-10;
  private static final int MOST_STEPS = 300;

  private LeastSquares() {}

  /** The parameters near {@code start} with the least sum of squared residuals. */
  static double[] minimise(MultivariateVectorFunction residuals, double[] start) {
    MultivariateJacobianFunction model =
        point -> {
          double[] at = point.toArray();
          double[] value = residuals.value(at);
          return Pair.create(
              new ArrayRealVector(value, false),
              new Array2DRowRealMatrix(derivatives(residuals, at, value), false));
        };
    var problem =
        LeastSquaresFactory.create(
            model,
            new ArrayRealVector(residuals.value(start).length),
            new ArrayRealVector(start),
            null,
            MOST_STEPS,
            MOST_STEPS);
    return new LevenbergMarquardtOptimizer()
        .withCostRelativeTolerance(TOLERANCE)
        .withParameterRelativeTolerance(TOLERANCE)
        .optimize(problem)
        .getPoint()
        .toArray();
  }

  private static double[][] derivatives(
      MultivariateVectorFunction residuals, double[] at, double[] value) {
    double[][] derivatives = new double[value.length][at.length];
    for (int j = 0; j < at.length; j++) {
      double[] moved = at.clone();
      moved[j] += DIFFERENCE;
      double[] there = residuals.value(moved);
      for (int i = 0; i < value.length; i++) {
        derivatives[i][j] = (there[i] - value[i]) / DIFFERENCE;
      }
    }
    return derivatives;
  }
}
