package org.edgetwin.sim.scheduling;

import java.util.List;

/**
 * What a scheduler wants done now, in order.
 *
 * @param actions carried out one after the other
 * @param wakeAt when the scheduler wants to be asked again even if nothing happens, seconds since
 *     the start of the run; positive infinity for never. It holds until the next decision of the
 *     same scheduler replaces it.
 */
public record Decision(List<Action> actions, double wakeAt) {
  /** Do nothing. */
  public static final Decision NONE = new Decision(List.of(), Double.POSITIVE_INFINITY);

  public static Decision of(List<Action> actions) {
    return actions.isEmpty() ? NONE : new Decision(actions, Double.POSITIVE_INFINITY);
  }
}
