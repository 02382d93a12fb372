package org.edgetwin.sim.serving;

/** Decides how many replicas a service should have. */
public interface Autoscaler {
  /** Seconds from one decision to the next; positive infinity for never. */
  double periodSeconds();

  /**
   * The number of replicas, ready or starting, that the service should have; held between its
   * bounds.
   */
  int target(ServiceView view);

  /** An independent copy in the same state. */
  Autoscaler copy();
}
