package org.edgetwin.agents.train;

/**
 * A number that moves on a line over the updates of a training, then stays.
 *
 * @param start its value at update 0
 * @param end its value from update {@code updates} on
 * @param updates how many updates it takes; 0 for {@code end} at once
 */
public record Schedule(double start, double end, int updates) {
  public static Schedule constant(double value) {
    return new Schedule(value, value, 0);
  }

  /** The value at an update, counted from 0. */
  public double at(long update) {
    return update >= updates ? end : start + (end - start) * ((double) update / updates);
  }
}
