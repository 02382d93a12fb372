package org.edgetwin.sim.engine;

/** What the pending event of a job that holds GPUs is. */
enum Milestone {
  RESTARTED,
  COMPLETED,
  CHECKPOINT_DUE,
  CHECKPOINTED,
  LIMIT_REACHED
}
