package org.edgetwin.agents.evaluation;

/**
 * How much of the way from a rule to the clairvoyant rule a policy goes, on mean costs: {@code
 * (rule - policy) / (rule - clairvoyant)}. 0 is no better than the rule, 1 as good as clairvoyance.
 */
public final class GapClosed {
  private GapClosed() {}

  /**
   * The share; NaN where the clairvoyant rule is not better than the rule.
   *
   * @param rule one row over the same windows
   * @param clairvoyant one row over the same windows
   */
  public static Statistic of(CostTable policy, CostTable rule, CostTable clairvoyant) {
    rule.requireRuleFor(policy);
    clairvoyant.requireRuleFor(policy);
    return chosen -> {
      double from = rule.mean(chosen.ofRule());
      double gap = from - clairvoyant.mean(chosen.ofRule());
      return gap > 0 ? (from - policy.mean(chosen)) / gap : Double.NaN;
    };
  }
}
