package org.edgetwin.sim.experiment;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's t: exact for normal values, good for means of many jobs. Not thread-safe. */
final class StudentInference implements Inference {
  /** Nearly all samples of an experiment have one size, and a quantile takes a root search. */
  private int quantileSize;

  private double quantileConfidence;
  private double quantile;

  @Override
  public int minimum() {
    return 2;
  }

  @Override
  public Interval interval(Sample sample, double confidence) {
    double halfWidth = quantile(sample.size(), confidence) * sample.standardError();
    return new Interval(sample.mean() - halfWidth, sample.mean() + halfWidth);
  }

  private double quantile(int size, double confidence) {
    if (size != quantileSize || confidence != quantileConfidence) {
      quantile = new TDistribution(size - 1).inverseCumulativeProbability((1 + confidence) / 2);
      quantileSize = size;
      quantileConfidence = confidence;
    }
    return quantile;
  }

  @Override
  public double pValue(Sample sample) {
    double mean = sample.mean();
    if (mean == 0) {
      return 1;
    }
    double statistic = Math.abs(mean) / sample.standardError();
    // Without any spread the statistic is infinite, and so is the evidence.
    return Double.isInfinite(statistic)
        ? 0
        : 2 * new TDistribution(sample.size() - 1).cumulativeProbability(-statistic);
  }
}
