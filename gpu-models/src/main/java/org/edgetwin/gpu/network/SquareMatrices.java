package org.edgetwin.gpu.network;

/** Products of small square matrices, row-major. */
public final class SquareMatrices {
  private SquareMatrices() {}

  /**
   * The product of two matrices.
   *
   * @param left double[n][n]
   * @param right double[n][n]
   * @param n rows and columns of each
   */
  public static double[] product(double[] left, double[] right, int n) {
    double[] product = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        double factor = left[i * n + k];
        // Most weights of an interpolation are 0 where nothing was measured.
        if (factor != 0) {
          for (int j = 0; j < n; j++) {
            product[i * n + j] += factor * right[k * n + j];
          }
        }
      }
    }
    return product;
  }
}
