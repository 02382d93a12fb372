package org.edgetwin.calibration.sharing;

/**
 * Inverse and determinant of a symmetric positive definite matrix by the sweep operator
 * [goodnight1979]: n^3/2 multiplications on contiguous rows of the lower triangle.
 */
final class SymmetricInverse {
  private final double[][] matrix;
  private double logDeterminant;

  /**
   * @param lower row i has at least i + 1 places; overwritten by the inverse
   */
  SymmetricInverse(double[][] lower) {
    matrix = lower;
    double[] column = new double[lower.length];
    for (int k = 0; k < lower.length; k++) {
      sweep(k, column);
    }
    for (int i = 0; i < lower.length; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = -matrix[i][j];
      }
    }
  }

  double logDeterminant() {
    return logDeterminant;
  }

  /** Product of the inverse with a vector. */
  double[] times(double[] vector) {
    return product(matrix, vector);
  }

  /** Trace of the inverse times a symmetric matrix of which the lower triangle is given. */
  double traceWith(double[][] lower) {
    double sum = 0;
    for (int i = 0; i < lower.length; i++) {
      double row = 0;
      for (int j = 0; j < i; j++) {
        row += matrix[i][j] * lower[i][j];
      }
      sum += 2 * row + matrix[i][i] * lower[i][i];
    }
    return sum;
  }

  /** Product with a vector of a symmetric matrix of which the lower triangle is given. */
  static double[] product(double[][] lower, double[] vector) {
    double[] result = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      double sum = lower[i][i] * vector[i];
      for (int j = 0; j < i; j++) {
        sum += lower[i][j] * vector[j];
        result[j] += lower[i][j] * vector[i];
      }
      result[i] += sum;
    }
    return result;
  }

  private void sweep(int k, double[] column) {
    double pivot = matrix[k][k];
    if (!(pivot > 0)) {
      throw new ArithmeticException(
          "The matrix is not positive definite: pivot " + k + " is " + pivot + ".");
    }
    logDeterminant += Math.log(pivot);
    for (int i = 0; i < matrix.length; i++) {
      column[i] = i < k ? matrix[k][i] : matrix[i][k];
    }
    for (int i = 0; i < matrix.length; i++) {
      if (i != k) {
        subtract(matrix[i], column[i] / pivot, column, i + 1);
      }
    }
    for (int i = 0; i < k; i++) {
      matrix[k][i] = column[i] / pivot;
    }
    for (int i = k + 1; i < matrix.length; i++) {
      matrix[i][k] = column[i] / pivot;
    }
    matrix[k][k] = -1 / pivot;
  }

  private static void subtract(double[] row, double factor, double[] column, int length) {
    for (int j = 0; j < length; j++) {
      row[j] -= factor * column[j];
    }
  }
}
