package org.edgetwin.sim.availability;

import org.edgetwin.sim.kernel.Streams;

/** How the nodes of a group come and go. Immutable and thread-safe. */
public interface AvailabilityModel {
  /**
   * A node at time 0, in the equilibrium of its process.
   *
   * @param name of the node; the same name meets the same fate
   * @param streams random streams of the replication
   */
  NodeProcess start(String name, Streams streams);

  /** One line for reports. */
  String describe();
}
