package org.edgetwin.agents.env;

/**
 * What has passed between two decisions, in parts that a {@link Reward} can weigh.
 *
 * @param jobSeconds integral of the number of jobs in the system; over an episode that drains it is
 *     the sum of all completion times [little1961]
 * @param feeUsd what the GPUs held have cost at their posted prices, USD
 * @param squaredWait half the square of each queued job's age, by how much it grew, s^2: long waits
 *     weigh more than many short ones
 */
public record RewardTerms(double jobSeconds, double feeUsd, double squaredWait) {
  /** Nothing has passed. */
  public static final RewardTerms ZERO = new RewardTerms(0, 0, 0);

  /** Both together. */
  public RewardTerms plus(RewardTerms other) {
    return new RewardTerms(
        jobSeconds + other.jobSeconds, feeUsd + other.feeUsd, squaredWait + other.squaredWait);
  }
}
