package org.edgetwin.agents.gp;

import java.util.Arrays;

/**
 * The lower triangle L of A = L L' for a symmetric positive definite matrix A. Commons Math has the
 * factorisation too, but not the solution of L x = b that a predictive variance needs.
 */
final class CholeskyFactor {
  /** Of the matrix without rows. */
  static final CholeskyFactor EMPTY = new CholeskyFactor(new double[0][]);

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
    return EMPTY.extendedInPlace(lower, 0);
  }

  /**
   * Factors a matrix whose first rows are those of this factor's matrix, in place.
   *
   * @param lower as for {@link #ofInPlace}; the first {@code same} rows are not read and become
   *     this factor's
   * @param same how many rows are the same
   * @throws ArithmeticException if A is not positive definite
   */
  CholeskyFactor extendedInPlace(double[][] lower, int same) {
    System.arraycopy(rows, 0, lower, 0, same);
    for (int i = same; i < lower.length; i++) {
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
    return forwardSolve(b, new double[0], 0);
  }

  /**
   * The solution x of L x = b, of which the first numbers are known.
   *
   * @param known begins with them
   * @param count how many
   */
  double[] forwardSolve(double[] b, double[] known, int count) {
    double[] x = Arrays.copyOf(known, rows.length);
    for (int i = count; i < rows.length; i++) {
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

  /**
   * Inner product of the first {@code length} numbers. Four sums at a time: a processor adds them
   * beside each other, which one sum in strict order does not allow.
   */
  static double dot(double[] a, double[] b, int length) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      sum0 += a[k] * b[k];
      sum1 += a[k + 1] * b[k + 1];
      sum2 += a[k + 2] * b[k + 2];
      sum3 += a[k + 3] * b[k + 3];
    }
    for (; k < length; k++) {
      sum0 += a[k] * b[k];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }
}
