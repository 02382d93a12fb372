package org.edgetwin.sim.fleet;

import org.edgetwin.sim.kernel.Streams;

/** Nodes that come and go as a process of their own says. Immutable and thread-safe. */
public non-sealed interface AvailabilityModel extends Availability {
  /**
   * A node at time 0.
   *
   * @param name of the node; the same name meets the same fate
   * @param streams random streams of the replication
   */
  NodeProcess start(String name, Streams streams);

  /** One line for reports. */
  String describe();
}
