package org.edgetwin.sim.engine;

/** What the pending event of a job that holds GPUs is. */
enum Milestone {
  /** Comes with the last of its data, not as an event of the job. */
  STAGED,
  RESTARTED,
  COMPLETED,
  CHECKPOINT_DUE,
  CHECKPOINTED,
  LIMIT_REACHED
}
