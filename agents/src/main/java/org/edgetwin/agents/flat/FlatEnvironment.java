package org.edgetwin.agents.flat;

import java.util.Optional;

/**
 * An environment with Gymnasium's semantics [towers2024] for learners that know nothing of sets: as
 * many numbers and actions at every step. Not thread-safe.
 */
public interface FlatEnvironment {
  /** Length of every observation. */
  int observationSize();

  /** Actions are 0 to this, exclusive. */
  int actionCount();

  /** How it shows jobs and nodes; nothing if it is not about them. */
  default Optional<FlatLayout> layout() {
    return Optional.empty();
  }

  /**
   * Begins an episode.
   *
   * @return the first observation, {@code float[observationSize()]}, a copy
   */
  float[] reset(long seed);

  /**
   * Which actions {@link #step} accepts now, {@code boolean[actionCount()]}: at least one, none
   * after the end.
   */
  boolean[] actionMask();

  /**
   * Takes an action.
   *
   * @throws IllegalArgumentException if the mask does not allow it
   * @throws IllegalStateException if the episode is over
   */
  Transition step(int action);

  /**
   * What came of an action.
   *
   * @param observation the next one, a copy; after the end the last one
   * @param reward of the step
   * @param terminated whether the episode came to its own end
   * @param truncated whether it was cut off
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once and read once.
  record Transition(float[] observation, double reward, boolean terminated, boolean truncated) {}
}
