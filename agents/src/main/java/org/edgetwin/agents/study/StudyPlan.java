package org.edgetwin.agents.study;

import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.rollout.Rollout;
import org.edgetwin.agents.train.ParameterExploration;
import org.edgetwin.agents.train.PpoConfig;
import org.edgetwin.agents.tune.RuleSearch;

/**
 * What to learn.
 *
 * @param seed of all that is random
 * @param cast the rule that everything is measured against, and what the agents may do and know
 * @param start the rule to start from
 * @param search how to look for a better rule first
 * @param networks the two agents
 * @param exploration how they learn by trying weights, before anything else
 * @param lessons how they learn by drawing choices, after that
 * @param validation when to look how far they are
 */
public record StudyPlan(
    long seed,
    Rollout.Cast cast,
    LinearRule start,
    RuleSearch.Settings search,
    Networks networks,
    ParameterExploration.Settings exploration,
    Lessons lessons,
    Validation validation) {
  /**
   * Shapes.
   *
   * @param width of the hidden layers
   * @param squeeze whether jobs hear of one another
   * @param message whether the placer hears from the orderer
   * @param residual whether they add to the rule's scores; otherwise they do not hear of them
   * @param orderSharpness factor on the rule's scores of jobs: the higher, the closer the agents
   *     that draw their choices stay to the rule
   * @param placeSharpness likewise for nodes
   */
  public record Networks(
      int width,
      boolean squeeze,
      boolean message,
      boolean residual,
      double orderSharpness,
      double placeSharpness) {}

  /**
   * How the networks learn.
   *
   * @param imitation passes over what the rule chose, before they learn by themselves
   * @param updates how many
   * @param windows different episodes for each update
   * @param rolls how often each of them is played; imitation plays windows times rolls different
   *     ones, once each
   * @param share of the steps to learn from
   */
  public record Lessons(
      int imitation, int updates, int windows, int rolls, double share, PpoConfig ppo) {}

  /**
   * When to look.
   *
   * @param every so many updates
   * @param patience stop after so many looks without a better one; 0: never
   * @param fallBack whether the rule is kept if no networks were better than it
   */
  public record Validation(int every, int patience, boolean fallBack) {}

  /** The rule that everything is measured against. */
  public LinearRule reference() {
    return cast.setting().rule();
  }
}
