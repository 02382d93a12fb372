package org.edgetwin.agents.gp;

/**
 * How a {@link RandomWalkGp} learns.
 *
 * @param parameters hyper-parameters to start with, and the centre of their prior
 * @param window entries that are kept over all machines; the oldest leave
 * @param mergeWithin observations of one class on one machine no further apart than this are
 *     averaged into one entry, seconds
 * @param refitEvery observations after which the behaviour graph and the hyper-parameters are
 *     learned anew; 0 for never
 */
public record RwgpSettings(
    KernelParameters parameters, int window, double mergeWithin, int refitEvery) {
  /**
   * Checks the fields.
   *
   * @throws IllegalArgumentException if the window is not positive or another number is negative
   */
  public RwgpSettings {
    if (window < 1 || !(mergeWithin >= 0) || refitEvery < 0) {
      throw new IllegalArgumentException(
          "The window ("
              + window
              + "), merge time ("
              + mergeWithin
              + ") or refit interval ("
              + refitEvery
              + ") is out of range.");
    }
  }

  /** 512 entries, merged within half an hour, learned anew every 100 observations. */
  public static RwgpSettings defaults() {
    return new RwgpSettings(KernelParameters.defaults(), 512, 1800, 100);
  }

  /** The same with other hyper-parameters to start with. */
  public RwgpSettings withParameters(KernelParameters other) {
    return new RwgpSettings(other, window, mergeWithin, refitEvery);
  }

  /** The same with another refit interval. */
  public RwgpSettings withRefitEvery(int observations) {
    return new RwgpSettings(parameters, window, mergeWithin, observations);
  }
}
