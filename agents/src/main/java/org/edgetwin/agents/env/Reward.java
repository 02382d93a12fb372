package org.edgetwin.agents.env;

/** What a learner is to maximise. */
@FunctionalInterface
public interface Reward {
  /** Minus the time that jobs spend in the system: the usual one. */
  Reward JOB_SECONDS = terms -> -terms.jobSeconds();

  /** The reward for what has passed between two steps. */
  double of(RewardTerms terms);
}
