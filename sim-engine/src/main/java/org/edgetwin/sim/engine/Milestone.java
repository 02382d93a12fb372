package org.edgetwin.sim.engine;

/** What the pending event of a job that holds GPUs is. */
enum Milestone {
  /** Comes with the last of its data, not as an event of the job. */
  STAGED,
  RESTARTED,
  COMPLETED,
  /** A sample of an elastic job is worth another part of its progress from now on. */
  EFFICIENCY_CHANGES,
  CHECKPOINT_DUE,
  CHECKPOINTED,
  /** Its lease ends, or ended before it got so far. */
  LEASE_ENDED,
  LIMIT_REACHED
}
