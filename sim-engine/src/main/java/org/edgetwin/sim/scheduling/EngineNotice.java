package org.edgetwin.sim.scheduling;

/**
 * Something that happened in a cluster. Built only for the kinds that a scheduler listens to.
 *
 * <p>A live cluster derives the same notices from the difference of two observations.
 */
public sealed interface EngineNotice {
  /** The kinds of notices, one for each record. */
  enum Kind {
    JOB_ARRIVED,
    JOB_STARTED,
    JOB_PREEMPTED,
    JOB_REQUEUED,
    JOB_ENDED,
    LEASE_ENDED,
    NODE_CHANGED,
    START_DROPPED
  }

  Kind kind();

  /** The virtual cluster it concerns, or -1 for all. */
  int virtualCluster();

  /** A job has come into the queue for the first time. */
  record JobArrived(int virtualCluster, int job) implements EngineNotice {
    @Override
    public Kind kind() {
      return Kind.JOB_ARRIVED;
    }
  }

  /** A job has got its GPUs. */
  record JobStarted(int virtualCluster, int job) implements EngineNotice {
    @Override
    public Kind kind() {
      return Kind.JOB_STARTED;
    }
  }

  /** A running job is back in the queue because a scheduler wanted it. */
  record JobPreempted(int virtualCluster, int job) implements EngineNotice {
    @Override
    public Kind kind() {
      return Kind.JOB_PREEMPTED;
    }
  }

  /** A running job is back in the queue because its machine went away. */
  record JobRequeued(int virtualCluster, int job) implements EngineNotice {
    @Override
    public Kind kind() {
      return Kind.JOB_REQUEUED;
    }
  }

  /**
   * A job is in a final state.
   *
   * @param wasQueued whether it left from the queue and not from a machine
   */
  record JobEnded(int virtualCluster, int job, boolean wasQueued) implements EngineNotice {
    @Override
    public Kind kind() {
      return Kind.JOB_ENDED;
    }
  }

  /** A job has used up its lease and stands with its GPUs. */
  record LeaseEnded(int virtualCluster, int job) implements EngineNotice {
    @Override
    public Kind kind() {
      return Kind.LEASE_ENDED;
    }
  }

  /**
   * A start that the scheduler decided was not carried out, because decisions take time and what it
   * rested on had changed: the job is still queued. Comes at the instant of the attempt, before the
   * next decision. Whoever takes a job out of its books when it decides to start it, and not when
   * it hears {@link JobStarted}, must listen.
   */
  record StartDropped(int virtualCluster, int job) implements EngineNotice {
    @Override
    public Kind kind() {
      return Kind.START_DROPPED;
    }
  }

  /** A node came, went, failed, was repaired, drained or opened. */
  record NodeChanged(int virtualCluster, int node) implements EngineNotice {
    @Override
    public Kind kind() {
      return Kind.NODE_CHANGED;
    }
  }
}
