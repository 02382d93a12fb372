package org.edgetwin.sim.fleet;

/** Whether a node takes and runs jobs. */
public enum NodeState {
  UP,
  /** Runs what it has and takes nothing new. */
  DRAINING,
  /** Broken; comes back when it is repaired. */
  FAILED,
  /** Its owner took it away; comes back when they like. */
  LEFT;

  /** Whether jobs on the node go on. */
  public boolean runsJobs() {
    return this == UP || this == DRAINING;
  }
}
