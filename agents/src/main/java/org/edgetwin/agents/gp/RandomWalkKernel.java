package org.edgetwin.agents.gp;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The p-step random walk kernel on a graph [smola2003]: K = ((a - 1) I + S)^p with S = D^-1/2 W
 * D^-1/2, W the weights and D the sums of their rows; then scaled to ones on the diagonal. Machines
 * are alike if a lazy random walk leads from one to the other. The eigenvalues of S lie in [-1, 1],
 * so K is positive semidefinite for a = 2.
 */
final class RandomWalkKernel {
  private static final double A = 2;

  /**
   * Steps of the walk. In a cluster of s machines with equal weights the correlation comes to (2^p
   * - 1) / (2^p - 1 + s): 256 lets clusters of dozens of machines act as one.
   */
  private static final int STEPS = 8;

  private RandomWalkKernel() {}

  /**
   * The kernel matrix.
   *
   * @param weights symmetric, not negative, zeros on the diagonal; a machine without edges is
   *     correlated with no other
   */
  static double[][] of(double[][] weights) {
    int size = weights.length;
    if (size == 0) {
      return new double[0][0];
    }
    double[] scale = new double[size];
    for (int i = 0; i < size; i++) {
      double degree = 0;
      for (int j = 0; j < size; j++) {
        degree += weights[i][j];
      }
      scale[i] = degree > 0 ? 1 / Math.sqrt(degree) : 0;
    }
    double[][] step = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        step[i][j] = scale[i] * weights[i][j] * scale[j];
      }
    }
    RealMatrix identity = MatrixUtils.createRealIdentityMatrix(size);
    double[][] kernel =
        identity
            .scalarMultiply(A - 1)
            .add(new Array2DRowRealMatrix(step, false))
            .power(STEPS)
            .getData();
    double[] root = new double[size];
    for (int i = 0; i < size; i++) {
      root[i] = Math.sqrt(kernel[i][i]);
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        kernel[i][j] /= root[i] * root[j];
        kernel[j][i] = kernel[i][j];
      }
      kernel[i][i] = 1;
    }
    return kernel;
  }
}
