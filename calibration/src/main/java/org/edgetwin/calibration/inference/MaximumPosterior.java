package org.edgetwin.calibration.inference;

import java.util.function.UnaryOperator;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * The most probable parameters under normal priors, given errors with a normal core and exponential
 * tails (a few odd measurements do not bend the fit): Levenberg and Marquardt on forward
 * differences.
 */
final class MaximumPosterior {
  /** Where an error of the logarithm leaves the normal core. */
  private static final double CORE = 0.1;

  private static final double STEP = 1e-6;
  private static final int MOST_ITERATIONS = 100;

  private final double[] centers;
  private final double[] deviations;
  private final UnaryOperator<double[]> logErrors;

  private MaximumPosterior(
      double[] centers, double[] deviations, UnaryOperator<double[]> logErrors) {
    this.centers = centers;
    this.deviations = deviations;
    this.logErrors = logErrors;
  }

  /**
   * @param logErrors log(predicted / measured) of each measurement, of the parameters
   */
  static double[] fit(double[] centers, double[] deviations, UnaryOperator<double[]> logErrors) {
    var posterior = new MaximumPosterior(centers, deviations, logErrors);
    int terms = posterior.terms(centers).length;
    var problem =
        new LeastSquaresBuilder()
            .start(centers)
            .model(posterior::linearized)
            .target(new double[terms])
            .maxEvaluations(10 * MOST_ITERATIONS)
            .maxIterations(MOST_ITERATIONS)
            .build();
    return new LevenbergMarquardtOptimizer()
        .withCostRelativeTolerance(1e-9)
        .withParameterRelativeTolerance(1e-7)
        .optimize(problem)
        .getPoint()
        .toArray();
  }

  private Pair<RealVector, RealMatrix> linearized(RealVector at) {
    double[] x = at.toArray();
    double[] base = terms(x);
    double[][] slopes = new double[base.length][x.length];
    for (int j = 0; j < x.length; j++) {
      double[] moved = x.clone();
      moved[j] += STEP;
      double[] there = terms(moved);
      for (int i = 0; i < base.length; i++) {
        slopes[i][j] = (there[i] - base[i]) / STEP;
      }
    }
    return new Pair<>(new ArrayRealVector(base, false), new Array2DRowRealMatrix(slopes, false));
  }

  /** Half their sum of squares is the negative logarithm of the posterior. */
  private double[] terms(double[] x) {
    double[] errors = logErrors.apply(x);
    double[] terms = new double[errors.length + x.length];
    for (int i = 0; i < errors.length; i++) {
      double z = errors[i] / CORE;
      terms[i] = Math.signum(z) * Math.sqrt(2 * (Math.sqrt(1 + z * z) - 1));
    }
    for (int j = 0; j < x.length; j++) {
      terms[errors.length + j] = (x[j] - centers[j]) / deviations[j];
    }
    return terms;
  }
}
