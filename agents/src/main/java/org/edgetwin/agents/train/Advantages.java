package org.edgetwin.agents.train;

import org.apache.commons.math3.stat.StatUtils;

/** Generalised advantage estimation [schulman2016]. */
final class Advantages {
  private Advantages() {}

  /**
   * {@code A_t = delta_t + discount_t * lambda_t * A_(t+1)} with {@code delta_t = r_t + discount_t
   * * V_(t+1) - V_t}.
   *
   * @param rewards {@code double[T]}
   * @param discounts {@code double[T]}, the factor on everything after a step
   * @param values {@code double[T + 1]}, the last one is that of the state after the last step: 0
   *     if the episode came to its end
   * @param lambdas {@code double[T]}, how far each step trusts what comes after it
   * @return {@code double[T]}
   */
  static double[] of(double[] rewards, double[] discounts, double[] values, double[] lambdas) {
    double[] advantages = new double[rewards.length];
    double after = 0;
    for (int t = rewards.length - 1; t >= 0; t--) {
      double delta = rewards[t] + discounts[t] * values[t + 1] - values[t];
      after = delta + discounts[t] * lambdas[t] * after;
      advantages[t] = after;
    }
    return advantages;
  }

  /** Shifts and scales to mean 0 and standard deviation 1; equal values become 0. */
  static void standardise(double[] values) {
    double mean = StatUtils.mean(values);
    double deviation = Math.sqrt(variance(values)) + 1e-8;
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] - mean) / deviation;
    }
  }

  /** The mean squared distance from the mean. */
  static double variance(double[] values) {
    return StatUtils.populationVariance(values);
  }
}
