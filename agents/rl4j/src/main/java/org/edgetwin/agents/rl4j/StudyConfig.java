package org.edgetwin.agents.rl4j;

import java.util.List;

/**
 * How to train. Training ends at whichever limit comes first.
 *
 * @param learner what learns
 * @param seconds longest training, wall time
 * @param steps most steps, of all threads together
 * @param seed of weights, exploration and episodes
 * @param widths units of the hidden layers, from the observation on
 * @param threads of A3C; DQN has one
 * @param gamma discount of a step, 0 to 1
 * @param learningRate of Adam
 * @param rewardFactor what the learner sees of a reward is this times it; DQN clamps errors of
 *     values to 1, so rewards belong near that
 * @param explorationSteps DQN's chance of a random action falls from 1 to 0.1 over so many steps
 */
public record StudyConfig(
    Learner learner,
    double seconds,
    int steps,
    long seed,
    List<Integer> widths,
    int threads,
    double gamma,
    double learningRate,
    double rewardFactor,
    int explorationSteps) {
  public StudyConfig {
    widths = List.copyOf(widths);
    requirePositive("seconds", seconds);
    requirePositive("steps", steps);
    requirePositive("threads", threads);
    requirePositive("learningRate", learningRate);
    requirePositive("rewardFactor", rewardFactor);
    requirePositive("explorationSteps", explorationSteps);
    if (!(gamma >= 0 && gamma <= 1)) {
      throw new IllegalArgumentException("The gamma (" + gamma + ") is not from 0 to 1.");
    }
    if (widths.isEmpty()) {
      throw new IllegalArgumentException("There are no widths. Maybe use 64,64.");
    }
    widths.forEach(width -> requirePositive("width", width));
    if (learner == Learner.DQN && threads != 1) {
      throw new IllegalArgumentException(
          "DQN does not learn in " + threads + " threads. Maybe set threads to 1, or use A3C.");
    }
  }

  /** All but the limits, as text: a training that differs in it is another one. */
  String settings() {
    return new StudyConfig(
            learner,
            Double.MAX_VALUE,
            Integer.MAX_VALUE,
            seed,
            widths,
            threads,
            gamma,
            learningRate,
            rewardFactor,
            explorationSteps)
        .toString();
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException("The " + name + " (" + value + ") is not positive.");
    }
  }
}
