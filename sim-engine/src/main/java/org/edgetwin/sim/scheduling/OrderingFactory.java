package org.edgetwin.sim.scheduling;

import org.edgetwin.sim.kernel.Streams;

/** Makes an ordering policy by name; brought by a {@link PolicyProvider}. */
public interface OrderingFactory {
  PolicyDescription describe();

  /**
   * A new ordering.
   *
   * @param parameters values of the declared parameters
   * @param streams random streams of its own
   */
  OrderingPolicy create(PolicyParameters parameters, Streams streams);
}
