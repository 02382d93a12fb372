package org.edgetwin.agents.study;

import java.util.Optional;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.pair.LinearRule;

/**
 * What came of a training.
 *
 * @param found what there is to use; nothing while the search for a rule goes on
 * @param updates how many were made
 * @param decisions made in all training episodes
 * @param finished whether it came to its end and was not stopped
 */
public record StudyResult(Optional<Found> found, long updates, long decisions, boolean finished) {
  /**
   * A rule and networks.
   *
   * @param rule the rule that the search found, or the one to start from if it is better
   * @param ruleRatio its mean ratio to the reference on the validation episodes; below 1 is better
   * @param policy the networks of the best look; if none was better than the rule, networks that
   *     add nothing to it
   * @param policyRatio their mean ratio, likewise
   * @param fellBack whether no network was better than the rule
   */
  public record Found(
      LinearRule rule, double ruleRatio, Policy policy, double policyRatio, boolean fellBack) {}

  /** Of a training that was stopped in its search. */
  static StudyResult ofSearch(long decisions) {
    return new StudyResult(Optional.empty(), 0, decisions, false);
  }
}
