package org.edgetwin.gpu.inference;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * What the law leaves over, as a Gaussian process [rasmussen2006] over the measurements it was
 * fitted to: near them it gives back what was measured, far from them nothing but the width of the
 * law's errors. The scale of the kernel is the one of the highest likelihood, in closed form.
 *
 * <p>Immutable. Built in O(n^3) for n measurements; a correction costs O(n^2).
 */
public final class ResidualField {
  private final ResidualKernel kernel;
  private final List<ResidualPoint> points;
  private final double[][] factor;
  private final double[] weights;
  private final double scale;

  /**
   * Learns from measurements.
   *
   * @param logResiduals log(measured / law), one per point
   */
  public ResidualField(ResidualKernel kernel, List<ResidualPoint> points, double[] logResiduals) {
    if (points.isEmpty() || points.size() != logResiduals.length) {
      throw new IllegalArgumentException(
          points.size() + " points have " + logResiduals.length + " residuals.");
    }
    this.kernel = kernel;
    this.points = List.copyOf(points);
    CholeskyDecomposition cholesky = new CholeskyDecomposition(covariance(kernel, this.points));
    ArrayRealVector residuals = new ArrayRealVector(logResiduals, false);
    factor = cholesky.getL().getData();
    weights = cholesky.getSolver().solve(residuals).toArray();
    scale = residuals.dotProduct(new ArrayRealVector(weights, false)) / logResiduals.length;
  }

  /** What the measurements say about another point. */
  public Correction at(ResidualPoint point) {
    int n = points.size();
    double[] half = new double[n];
    double mean = 0;
    double explained = 0;
    for (int i = 0; i < n; i++) {
      double covariance = kernel.between(points.get(i), point);
      mean += covariance * weights[i];
      double sum = covariance;
      for (int j = 0; j < i; j++) {
        sum -= factor[i][j] * half[j];
      }
      half[i] = sum / factor[i][i];
      explained += half[i] * half[i];
    }
    double unexplained = Math.max(0, kernel.prior() - explained);
    return new Correction(
        mean, Math.sqrt(scale * (unexplained + kernel.noise())), 1 - unexplained / kernel.prior());
  }

  private static Array2DRowRealMatrix covariance(
      ResidualKernel kernel, List<ResidualPoint> points) {
    int n = points.size();
    double[][] covariance = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] = kernel.between(points.get(i), points.get(j));
        covariance[j][i] = covariance[i][j];
      }
      covariance[i][i] += kernel.noise();
    }
    return new Array2DRowRealMatrix(covariance, false);
  }

  /**
   * What to multiply the law with.
   *
   * @param logMean logarithm of the factor
   * @param logStd standard deviation of log(measured / corrected law), noise included
   * @param known share of the law's error that the measurements explain, in [0, 1]
   */
  public record Correction(double logMean, double logStd, double known) {
    /** The law, corrected. */
    public Estimate applyTo(double lawSeconds) {
      return new Estimate(
          lawSeconds * Math.exp(logMean),
          logStd,
          known > 0.5 ? Estimate.Source.MEASURED_NEARBY : Estimate.Source.LAW,
          lawSeconds);
    }
  }
}
