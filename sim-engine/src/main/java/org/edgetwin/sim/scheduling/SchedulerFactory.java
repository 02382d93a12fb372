package org.edgetwin.sim.scheduling;

import org.edgetwin.sim.kernel.Streams;

/**
 * Makes a scheduler that is not a pair of an ordering and a placement; brought by a {@link
 * PolicyProvider}.
 */
public interface SchedulerFactory {
  PolicyDescription describe();

  /**
   * A new scheduler.
   *
   * @param parameters values of the declared parameters
   * @param streams random streams of its own
   */
  Scheduler create(PolicyParameters parameters, Streams streams);
}
