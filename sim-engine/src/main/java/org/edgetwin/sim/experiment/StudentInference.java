package org.edgetwin.sim.experiment;

import org.apache.commons.math3.distribution.TDistribution;

/** Student's t: exact for normal values, good for means of many jobs. */
final class StudentInference implements Inference {
  @Override
  public int minimum() {
    return 2;
  }

  @Override
  public Interval interval(Sample sample, double confidence) {
    double quantile =
        new TDistribution(sample.size() - 1).inverseCumulativeProbability((1 + confidence) / 2);
    double halfWidth = quantile * sample.standardError();
    return new Interval(sample.mean() - halfWidth, sample.mean() + halfWidth);
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
