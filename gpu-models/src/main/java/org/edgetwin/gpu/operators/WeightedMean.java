package org.edgetwin.gpu.operators;

/**
 * A mean with weights exp(-d/2) of squared distances d, kept relative to the nearest, so that the
 * nearest counts even where all are far.
 */
final class WeightedMean {
  private double nearest = Double.POSITIVE_INFINITY;
  private double sum;
  private double weights;

  void add(double squaredDistance, double value) {
    if (squaredDistance < nearest) {
      double shrink = Math.exp(-0.5 * (nearest - squaredDistance));
      sum *= shrink;
      weights *= shrink;
      nearest = squaredDistance;
    }
    double weight = Math.exp(-0.5 * (squaredDistance - nearest));
    sum += weight * value;
    weights += weight;
  }

  boolean isEmpty() {
    return weights == 0;
  }

  double value() {
    return sum / weights;
  }
}
