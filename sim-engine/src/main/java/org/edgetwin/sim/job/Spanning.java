package org.edgetwin.sim.job;

/**
 * Whether the GPUs of one gang may stand in several nodes. They are always of one {@code
 * NodeGroup}.
 */
public enum Spanning {
  /** All GPUs of the gang in one node. */
  ONE_NODE,
  /** Several nodes, at the speed the speed model gives for workers spread over nodes. */
  MANY_NODES,
  /** Several nodes without loss: the nodes of a group act as one pool of GPUs. */
  FREE
}
