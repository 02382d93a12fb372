package org.edgetwin.agents.net;

/** Chooses in a flat environment. */
@FunctionalInterface
public interface FlatPolicy {
  /**
   * The action to take.
   *
   * @param observation {@code float[observationSize]}
   * @param mask which actions are allowed, {@code boolean[actionCount]}, at least one
   * @return an allowed one
   */
  int choose(float[] observation, boolean[] mask);

  /**
   * The allowed action of the highest value; the lowest-index one of several, and where no value is
   * a number.
   *
   * @throws IllegalArgumentException if none is allowed
   */
  static int highest(float[] values, boolean[] mask) {
    int best = -1;
    for (int action = 0; action < mask.length; action++) {
      if (mask[action]
          && (best < 0
              || values[action] > values[best]
              || (Float.isNaN(values[best]) && !Float.isNaN(values[action])))) {
        best = action;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("The mask allows no action.");
    }
    return best;
  }
}
