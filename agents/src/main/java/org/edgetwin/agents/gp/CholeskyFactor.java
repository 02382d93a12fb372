package org.edgetwin.agents.gp;

/**
 * The lower triangle L of A = L L' for a symmetric positive definite matrix A. Commons Math has the
 * factorisation too, but not the solution of L x = b that a predictive variance needs.
 */
final class CholeskyFactor {
  private final double[][] rows;

  private CholeskyFactor(double[][] rows) {
    this.rows = rows;
  }

  /**
   * Factors a matrix in place, in n^3/6 multiplications.
   *
   * @param lower the lower triangle of A, row i holding i + 1 numbers or more; overwritten
   * @throws ArithmeticException if A is not positive definite
   */
  static CholeskyFactor ofInPlace(double[][] lower) {
    for (int i = 0; i < lower.length; i++) {
      double[] row = lower[i];
      for (int j = 0; j < i; j++) {
        row[j] = (row[j] - dot(row, lower[j], j)) / lower[j][j];
      }
      double pivot = row[i] - dot(row, row, i);
      if (!(pivot > 0)) {
        throw new ArithmeticException("The matrix is not positive definite in row " + i + ".");
      }
      row[i] = Math.sqrt(pivot);
    }
    return new CholeskyFactor(lower);
  }

  /** The natural logarithm of the determinant of A. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += Math.log(rows[i][i]);
    }
    return 2 * sum;
  }

  /** The solution x of L x = b. */
  double[] forwardSolve(double[] b) {
    double[] x = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      x[i] = (b[i] - dot(rows[i], x, i)) / rows[i][i];
    }
    return x;
  }

  /** The solution x of A x = b. */
  double[] solve(double[] b) {
    double[] x = forwardSolve(b);
    for (int i = rows.length - 1; i >= 0; i--) {
      x[i] /= rows[i][i];
      for (int j = 0; j < i; j++) {
        x[j] -= rows[i][j] * x[i];
      }
    }
    return x;
  }

  /** Inner product of the first {@code length} numbers. */
  static double dot(double[] a, double[] b, int length) {
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
