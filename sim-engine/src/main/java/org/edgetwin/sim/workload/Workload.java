package org.edgetwin.sim.workload;

import org.edgetwin.sim.job.JobSpec;

/**
 * A source of jobs in order of submission. A closed loop hears of the ends of its jobs and may then
 * submit more.
 *
 * <p>The cluster asks {@link #nextTime()} after every {@link #next()} and every {@link #onEnd}; the
 * answer may move earlier only in {@code onEnd}, and never before the present instant. Not
 * thread-safe.
 */
public interface Workload {
  /**
   * Submission time of the next job, seconds since the start of the run; positive infinity if there
   * is none for now.
   */
  double nextTime();

  /** Hands over the next job; its submit time is {@link #nextTime()}. */
  JobSpec next();

  /** Whether it wants to hear of the ends of jobs. */
  default boolean isClosedLoop() {
    return false;
  }

  /** A job of this workload is in a final state. Called only for closed loops. */
  default void onEnd(JobEnd end) {}

  /** An independent copy in the same state, its random streams included. */
  Workload copy();
}
