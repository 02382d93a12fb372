package org.edgetwin.sim.job;

/** Where a job is in its life. */
public enum JobState {
  QUEUED,
  /** Holds its GPUs and waits for data to come; no progress. */
  STAGING,
  /** Holds its GPUs and loads its last state; no progress. */
  RESTARTING,
  RUNNING,
  /** Holds its GPUs and writes a checkpoint; no progress. */
  CHECKPOINTING,
  /** Holds its GPUs and waits for its next lease; no progress. */
  PAUSED,
  DONE,
  /** Lost its machine once more than its retries allow, or was killed at its limit. */
  FAILED,
  /** Can never run on this fleet, even when it is empty. */
  REJECTED,
  /** Taken out by a scheduler. */
  CANCELLED;

  /** Whether a job in this state holds GPUs. */
  public boolean holdsGpus() {
    return this == RUNNING
        || this == STAGING
        || this == RESTARTING
        || this == CHECKPOINTING
        || this == PAUSED;
  }

  /** Whether a job in this state can change no more. */
  public boolean isFinal() {
    return this == DONE || this == FAILED || this == REJECTED || this == CANCELLED;
  }
}
