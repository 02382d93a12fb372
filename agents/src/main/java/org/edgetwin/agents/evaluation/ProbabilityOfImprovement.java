package org.edgetwin.agents.evaluation;

/**
 * How likely the policy of a random seed is cheaper than the baseline in a random window, {@code
 * P(X < Y)} [agarwal2021]; ties count half. It says nothing about by how much.
 */
public final class ProbabilityOfImprovement {
  private ProbabilityOfImprovement() {}

  /**
   * The probability, estimated as the share of (seed, window) pairs.
   *
   * @param baseline one row over the same windows
   */
  public static Statistic of(CostTable policy, CostTable baseline) {
    baseline.requireRuleFor(policy);
    ScoreTable wins =
        new ScoreTable(
            policy.seeds(),
            policy.windows(),
            (seed, window) ->
                (1 - Math.signum(policy.at(seed, window) - baseline.at(0, window))) / 2);
    return wins.aggregate(Aggregate.MEAN);
  }
}
