package org.edgetwin.sim.policies.history;

/**
 * Linear regression with a ridge penalty, fed sample by sample [hoerl1970]: weights minimise the
 * squared errors plus {@code penalty} times the squared weights. A sample costs O(p^2), new weights
 * O(p^3), of p features.
 */
final class Ridge {
  private final int features;

  /** Sums of products of features, with the penalty on the diagonal; row by row. */
  private final double[] momentArray;

  private final double[] crossArray;
  private double[] weightArray;

  Ridge(int features, double penalty) {
    this.features = features;
    momentArray = new double[features * features];
    for (int i = 0; i < features; i++) {
      momentArray[i * features + i] = penalty;
    }
    crossArray = new double[features];
    weightArray = new double[features];
  }

  private Ridge(Ridge other) {
    features = other.features;
    momentArray = other.momentArray.clone();
    crossArray = other.crossArray.clone();
    weightArray = other.weightArray;
  }

  /** Adds a sample; it counts from the next {@link #fit} on. */
  void add(double[] sample, double target) {
    for (int i = 0; i < features; i++) {
      crossArray[i] += sample[i] * target;
      for (int j = 0; j < features; j++) {
        momentArray[i * features + j] += sample[i] * sample[j];
      }
    }
  }

  /** Works out the weights, by Cholesky's factors of the moments. */
  void fit() {
    double[] factor = new double[features * features];
    double[] solution = crossArray.clone();
    for (int i = 0; i < features; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = momentArray[i * features + j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i * features + k] * factor[j * features + k];
        }
        factor[i * features + j] = i == j ? Math.sqrt(sum) : sum / factor[j * features + j];
      }
    }
    for (int i = 0; i < features; i++) {
      for (int k = 0; k < i; k++) {
        solution[i] -= factor[i * features + k] * solution[k];
      }
      solution[i] /= factor[i * features + i];
    }
    for (int i = features - 1; i >= 0; i--) {
      for (int k = i + 1; k < features; k++) {
        solution[i] -= factor[k * features + i] * solution[k];
      }
      solution[i] /= factor[i * features + i];
    }
    weightArray = solution;
  }

  double predict(double[] sample) {
    double sum = 0;
    for (int i = 0; i < features; i++) {
      sum += weightArray[i] * sample[i];
    }
    return sum;
  }

  Ridge copy() {
    return new Ridge(this);
  }
}
