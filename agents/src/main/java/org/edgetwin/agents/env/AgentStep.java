package org.edgetwin.agents.env;

import org.edgetwin.agents.pair.PairPass;

/**
 * What came of an action, and what is there for the next one.
 *
 * @param agent whose turn it is; {@link PairPass.Turn#DONE} after the end
 * @param observation what that agent sees; after a cut-off, the state in which it came; after a
 *     drained episode, nothing
 * @param mask {@code boolean[N + 1]} for the orderer, {@code boolean[M + 1]} for the placer: which
 *     actions are accepted, at least one; the last one stops or places nowhere. Empty after the end
 * @param reward of the action, the same for both agents
 * @param terminated whether no job is left and none will come
 * @param truncated whether the run was cut off before that
 * @param info what a learner should not see
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once and read once.
public record AgentStep(
    PairPass.Turn agent,
    Observation observation,
    boolean[] mask,
    double reward,
    boolean terminated,
    boolean truncated,
    Info info) {
  /**
   * Beside the observation: for logs, and for learners that weigh objectives themselves.
   *
   * @param seed of the episode
   * @param episode scenario and replication, see {@link Episodes#name}
   * @param virtualCluster whose decision is due, or was last
   * @param timeSeconds simulated time since the start of the run, seconds
   * @param terms what the reward is made of
   */
  public record Info(
      long seed, String episode, int virtualCluster, double timeSeconds, RewardTerms terms) {}

  /** Whether the episode has ended, one way or the other. */
  public boolean isOver() {
    return terminated || truncated;
  }

  AgentStep withReward(double other) {
    return new AgentStep(agent, observation, mask, other, terminated, truncated, info);
  }
}
