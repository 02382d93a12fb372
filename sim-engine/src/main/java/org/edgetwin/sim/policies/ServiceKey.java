package org.edgetwin.sim.policies;

import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;

/**
 * A job's place in an order that service changes: the same while it waits, not while it runs.
 * Smaller first.
 */
interface ServiceKey {
  /** The key now. */
  double of(JobView job, ClusterView view);

  /**
   * When the key of a running job, or of one that starts now on some GPUs, next changes in a step;
   * positive infinity if it changes smoothly, which waits for the next event.
   */
  default double nextChange(JobView job, ClusterView view, Placement placement) {
    return Double.POSITIVE_INFINITY;
  }

  /** Shortest remaining time first. */
  ServiceKey REMAINING_TIME = (job, view) -> view.predictedRemaining(job);

  /** Shortest remaining service (time times gang) first. */
  ServiceKey REMAINING_SERVICE = (job, view) -> view.predictedRemaining(job) * job.gpus();
}
