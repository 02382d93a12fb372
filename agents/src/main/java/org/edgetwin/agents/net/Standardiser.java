package org.edgetwin.agents.net;

/**
 * Brings features to mean 0 and standard deviation 1, within {@code +-}{@value #LIMIT}: part of a
 * policy, and fixed where the policy is used.
 *
 * @param mean {@code float[features]}
 * @param deviation {@code float[features]}, positive
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Handed to float loops at every decision; a copy would cost.
public record Standardiser(float[] mean, float[] deviation) {
  static final float LIMIT = 10;

  public Standardiser {
    if (mean.length != deviation.length) {
      throw new IllegalArgumentException(
          "A standardiser of "
              + mean.length
              + " means and "
              + deviation.length
              + " standard deviations.");
    }
    for (float one : deviation) {
      if (!(one > 0)) {
        throw new IllegalArgumentException("A standard deviation of " + one + " is not positive.");
      }
    }
  }

  /** Leaves features as they are, but for the limit. */
  public static Standardiser identity(int features) {
    return new RunningMoments(features).freeze();
  }

  public int features() {
    return mean.length;
  }

  /** Standardises {@code n} rows; {@code from} and {@code to} may be the same array. */
  public void apply(float[] from, int fromAt, float[] to, int toAt, int n) {
    int features = mean.length;
    for (int row = 0; row < n; row++) {
      for (int i = 0; i < features; i++) {
        int k = row * features + i;
        float value = (from[fromAt + k] - mean[i]) / deviation[i];
        to[toAt + k] = Math.max(-LIMIT, Math.min(LIMIT, value));
      }
    }
  }
}
