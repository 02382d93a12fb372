package org.edgetwin.agents.evaluation;

/**
 * Costs on a scale that is the same in every window: 0 is the cost of a weak rule (first in, first
 * out), 1 that of a rule that knows the future.
 */
public final class NormalisedScore {
  private NormalisedScore() {}

  /**
   * {@code (zero - policy) / (zero - one)} of each pair. Where rule {@code one} is not better than
   * rule {@code zero} there is no scale, and the score is NaN.
   *
   * @param zero costs that score 0, one row over the same windows
   * @param one costs that score 1, one row over the same windows
   */
  public static ScoreTable of(CostTable policy, CostTable zero, CostTable one) {
    zero.requireRuleFor(policy);
    one.requireRuleFor(policy);
    return new ScoreTable(
        policy.seeds(),
        policy.windows(),
        (seed, window) -> {
          double scale = zero.at(0, window) - one.at(0, window);
          return scale > 0 ? (zero.at(0, window) - policy.at(seed, window)) / scale : Double.NaN;
        });
  }

  /**
   * The optimality gap [agarwal2021]: by how much scores miss a target on average, {@code
   * mean(max(0, target - score))}. What exceeds the target does not make up for what misses it.
   * Lower is better.
   *
   * @param target such as 1
   */
  public static Statistic optimalityGap(ScoreTable scores, double target) {
    return scores
        .map(score -> Double.isNaN(score) ? score : Math.max(0, target - score))
        .aggregate(Aggregate.MEAN);
  }
}
