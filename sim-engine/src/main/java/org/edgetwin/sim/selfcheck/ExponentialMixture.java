package org.edgetwin.sim.selfcheck;

/**
 * A mixture of one or two exponential laws, with the partial moments that the formulas for
 * preemptive disciplines need, in closed form.
 */
final class ExponentialMixture {
  /** The exponential law of mean 1. */
  static final ExponentialMixture EXPONENTIAL =
      new ExponentialMixture(new double[] {1}, new double[] {1});

  private final double[] weightArray;
  private final double[] rateArray;

  private ExponentialMixture(double[] weightArray, double[] rateArray) {
    this.weightArray = weightArray;
    this.rateArray = rateArray;
  }

  /** Two phases of mean 1 together that bring equal work, with this variance. */
  static ExponentialMixture balanced(double variance) {
    double p = (1 + Math.sqrt((variance - 1) / (variance + 1))) / 2;
    return new ExponentialMixture(new double[] {p, 1 - p}, new double[] {2 * p, 2 * (1 - p)});
  }

  double weight(int phase) {
    return weightArray[phase];
  }

  double rate(int phase) {
    return rateArray[phase];
  }

  /** The smallest rate: how fast the tail falls. */
  double slowestRate() {
    double slowest = rateArray[0];
    for (double rate : rateArray) {
      slowest = Math.min(slowest, rate);
    }
    return slowest;
  }

  double secondMoment() {
    double sum = 0;
    for (int i = 0; i < rateArray.length; i++) {
      sum += weightArray[i] * 2 / (rateArray[i] * rateArray[i]);
    }
    return sum;
  }

  double density(double x) {
    double sum = 0;
    for (int i = 0; i < rateArray.length; i++) {
      sum += weightArray[i] * rateArray[i] * Math.exp(-rateArray[i] * x);
    }
    return sum;
  }

  /** P(S > x). */
  double tail(double x) {
    double sum = 0;
    for (int i = 0; i < rateArray.length; i++) {
      sum += weightArray[i] * Math.exp(-rateArray[i] * x);
    }
    return sum;
  }

  /** E[min(S, x)]. */
  double truncatedMean(double x) {
    double sum = 0;
    for (int i = 0; i < rateArray.length; i++) {
      sum -= weightArray[i] * Math.expm1(-rateArray[i] * x) / rateArray[i];
    }
    return sum;
  }

  /** E[S; S <= x]. */
  double partialMean(double x) {
    return truncatedMean(x) - x * tail(x);
  }

  /** E[min(S, x)^2]. */
  double truncatedSecondMoment(double x) {
    double sum = 0;
    for (int i = 0; i < rateArray.length; i++) {
      double y = rateArray[i] * x;
      sum += weightArray[i] * 2 * (1 - Math.exp(-y) * (1 + y)) / (rateArray[i] * rateArray[i]);
    }
    return sum;
  }
}
