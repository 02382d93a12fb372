package org.edgetwin.sim.scheduling;

import org.edgetwin.sim.kernel.Streams;

/** Makes a placement policy by name; brought by a {@link PolicyProvider}. */
public interface PlacementFactory {
  PolicyDescription describe();

  /**
   * A new placement.
   *
   * @param parameters values of the declared parameters
   * @param streams random streams of its own
   */
  PlacementPolicy create(PolicyParameters parameters, Streams streams);
}
