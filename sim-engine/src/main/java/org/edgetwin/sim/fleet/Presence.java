package org.edgetwin.sim.fleet;

/** What a node is to its scheduler, and why. */
public enum Presence {
  /** On, and its GPUs can be used. */
  ON(NodeState.UP, ""),
  /** On, but its owner uses the GPUs. */
  RECLAIMED(NodeState.LEFT, "reclaimed"),
  /** Switched off by its owner. */
  OFF(NodeState.LEFT, "left"),
  /** A spot instance that its provider took back. */
  INTERRUPTED(NodeState.LEFT, "interrupted"),
  /** Broken. */
  FAILED(NodeState.FAILED, "failed"),
  /** Left for good. */
  GONE(NodeState.LEFT, "left");

  private final NodeState state;
  private final String endReason;

  Presence(NodeState state, String endReason) {
    this.state = state;
    this.endReason = endReason;
  }

  /** The node as schedulers see it. */
  public NodeState state() {
    return state;
  }

  /** Why the attempts on the node ended; empty for {@link #ON}. */
  public String endReason() {
    return endReason;
  }
}
