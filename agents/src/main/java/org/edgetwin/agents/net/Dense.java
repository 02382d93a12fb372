package org.edgetwin.agents.net;

/**
 * Matrix and activation loops. The inner loops use one index for all arrays: with offsets, as in
 * {@code a[i] += b[k + i]}, decisions took twice as long on JDK 17.
 */
final class Dense {
  /** Beyond this the rational function of {@link #tanh} is held constant; its value there is 1. */
  private static final float TANH_RANGE = 7.905311f;

  private Dense() {}

  /**
   * {@code out += in * weight}.
   *
   * @param in the inputs start at index {@code at}
   * @param weight one row for each input
   */
  static void addProduct(float[] in, int at, float[][] weight, float[] out) {
    int n = weight.length;
    int k = 0;
    // Four rows at a time: a quarter of the loads and stores of `out`.
    for (; k + 4 <= n; k += 4) {
      float a = in[at + k];
      float b = in[at + k + 1];
      float c = in[at + k + 2];
      float d = in[at + k + 3];
      float[] rowA = weight[k];
      float[] rowB = weight[k + 1];
      float[] rowC = weight[k + 2];
      float[] rowD = weight[k + 3];
      for (int i = 0; i < out.length; i++) {
        out[i] += a * rowA[i] + b * rowB[i] + c * rowC[i] + d * rowD[i];
      }
    }
    for (; k < n; k++) {
      float a = in[at + k];
      float[] row = weight[k];
      for (int i = 0; i < out.length; i++) {
        out[i] += a * row[i];
      }
    }
  }

  /** The product of {@code a[at ..]} and all of {@code b}. */
  static float dot(float[] a, int at, float[] b) {
    float sum = 0;
    for (int i = 0; i < b.length; i++) {
      sum += a[at + i] * b[i];
    }
    return sum;
  }

  static void relu(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, values[i]);
    }
  }

  static void sigmoid(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (1 / (1 + Math.exp(-values[i])));
    }
  }

  /**
   * The hyperbolic tangent as an odd rational function of degrees 13 and 6, the minimax fit of
   * [eigen]: within 5e-7 of the exact value.
   */
  static void tanh(float[] values) {
    for (int i = 0; i < values.length; i++) {
      float x = Math.max(-TANH_RANGE, Math.min(TANH_RANGE, values[i]));
      float s = x * x;
      float p = -2.7607684e-16f * s + 2.000188e-13f;
      p = p * s - 8.604672e-11f;
      p = p * s + 5.1222973e-8f;
      p = p * s + 1.48572235e-5f;
      p = p * s + 6.3726195e-4f;
      p = p * s + 4.8935246e-3f;
      float q = 1.1982584e-6f * s + 1.1853471e-4f;
      q = q * s + 2.2684347e-3f;
      q = q * s + 4.893525e-3f;
      values[i] = x * p / q;
    }
  }
}
