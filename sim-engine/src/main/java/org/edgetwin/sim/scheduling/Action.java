package org.edgetwin.sim.scheduling;

/**
 * One thing a scheduler can ask a cluster to do. Jobs and nodes are named by index. A cluster says
 * in its {@link Capabilities} which of them it can do.
 */
public sealed interface Action {
  /** Starts a queued job. */
  record Start(int job, Placement placement) implements Action {}

  /** Stops a running job and puts it back into the queue. */
  record Preempt(int job) implements Action {}

  /** Stops a running job and starts it elsewhere at once; it pays its restart cost. */
  record Migrate(int job, Placement placement) implements Action {}

  /**
   * Gives a running elastic job other GPUs and another batch size. Needs {@link Capability#RESIZE}.
   *
   * <p>The GPUs of all jobs that get others are free from the beginning of the decision. Such a job
   * pays its restart cost; one that stays where it is, with another batch, pays nothing.
   *
   * @param batch samples per step over the whole gang
   */
  record Resize(int job, Placement placement, int batch) implements Action {}

  /**
   * Lets a job that holds GPUs, or gets them in this decision, run for so long. Then it is {@link
   * org.edgetwin.sim.job.JobState#PAUSED} with its GPUs until it gets another lease or is
   * preempted. A job that never gets one runs without an end. Needs {@link Capability#LEASE}.
   *
   * @param seconds from now on, whatever the job does meanwhile; above 0
   */
  record Lease(int job, double seconds) implements Action {}

  /** Takes a queued or running job out for good. */
  record Cancel(int job) implements Action {}

  /** Lets no new job onto a node; the running ones finish. */
  record Drain(int node) implements Action {}

  /** Opens a drained node again. */
  record Undrain(int node) implements Action {}
}
