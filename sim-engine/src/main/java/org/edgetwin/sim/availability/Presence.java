package org.edgetwin.sim.availability;

/** What a node is to its scheduler. */
public enum Presence {
  /** On, and its GPUs can be used. */
  ON,
  /** On, but its owner uses the GPUs. */
  RECLAIMED,
  /** Switched off, or taken away by its provider. */
  OFF,
  /** Broken. */
  FAILED,
  /** Left for good. */
  GONE
}
