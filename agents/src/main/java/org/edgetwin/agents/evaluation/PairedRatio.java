package org.edgetwin.agents.evaluation;

/**
 * Cost of a policy over the cost of a baseline in the same window: below 1 the policy is better.
 * Both met the same jobs, so what makes a window dear or cheap cancels.
 *
 * <p>The mean of ratios weighs all windows alike. The ratio of sums weighs them by their costs, so
 * the most crowded ones decide it. Report both.
 */
public final class PairedRatio {
  private PairedRatio() {}

  /**
   * The ratio of each (seed, window) pair.
   *
   * @param baseline one row over the same windows
   */
  public static ScoreTable of(CostTable policy, CostTable baseline) {
    baseline.requireRuleFor(policy);
    return new ScoreTable(
        policy.seeds(),
        policy.windows(),
        (seed, window) -> policy.at(seed, window) / baseline.at(0, window));
  }

  /**
   * Mean cost over mean cost.
   *
   * @param baseline one row over the same windows
   */
  public static Statistic ofSums(CostTable policy, CostTable baseline) {
    baseline.requireRuleFor(policy);
    return chosen -> {
      double policySum = 0;
      double baselineSum = 0;
      for (int seed : chosen.seedArray()) {
        for (int window : chosen.windowArray()) {
          policySum += policy.at(seed, window);
          baselineSum += baseline.at(0, window);
        }
      }
      return policySum / baselineSum;
    };
  }
}
