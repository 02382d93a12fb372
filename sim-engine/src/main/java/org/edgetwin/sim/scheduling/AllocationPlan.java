package org.edgetwin.sim.scheduling;

import org.edgetwin.sim.job.JobView;

/**
 * An undoable overlay on the allocator, so that a policy's second pick sees what its first one
 * took.
 *
 * <p>All views of the fleet see the overlay while a decision is made; it is gone when the decision
 * is carried out.
 */
public interface AllocationPlan {
  /**
   * Whether some placement exists for the job in the plan as it is: quota, models, memory, CPU and
   * GPUs.
   */
  boolean fits(JobView job);

  /** Whether a group could ever host the job: model, memory, price and a speed above zero. */
  boolean accepts(JobView job, int group);

  /**
   * Whether a queued job could have a share of one GPU: room, memory, CPU, quota, and nobody on it
   * would stand still.
   *
   * @param milli the share in thousandths
   */
  boolean canShare(JobView job, int node, int gpu, int milli);

  /** Whether a node is up and has the CPU and host memory that a job needs. */
  boolean hasHostResources(JobView job, int node);

  /** Takes GPUs for a job that is to start. */
  void take(JobView job, Placement placement);

  /** Whether a running job has its GPUs in the plan as it is. */
  boolean holds(JobView job);

  /** Gives back what a running job holds, or what the plan has given to one that is to start. */
  void release(JobView job);

  /** Whether a running job that was released could take back exactly what it held. */
  boolean canHold(JobView job);

  /**
   * Takes back exactly what a running job held before it was released.
   *
   * @return false, and nothing is taken, if somebody else has got a part of it
   */
  boolean hold(JobView job);

  /** A point to return to. */
  int mark();

  /** Undoes everything since the mark. */
  void undo(int mark);
}
