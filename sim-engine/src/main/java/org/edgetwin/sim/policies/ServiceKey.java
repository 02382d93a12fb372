package org.edgetwin.sim.policies;

import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;

/**
 * A job's place in an order that service changes: the same while it waits, not while it runs.
 * Smaller first.
 */
public interface ServiceKey {
  /** The key now. */
  double of(JobView job, ClusterView view);

  /**
   * When the key of a running job, or of one that starts now on some GPUs, next changes in a step;
   * positive infinity if it changes smoothly, which waits for the next event.
   */
  default double nextChange(JobView job, ClusterView view, Placement placement) {
    return Double.POSITIVE_INFINITY;
  }

  /** A job has ended; what it was and what it got can still be seen. */
  default void ended(JobView job, ClusterView view) {}

  /**
   * Number of the present order: another one means that keys of waiting jobs have changed, so that
   * they are asked for again. It must change rarely.
   */
  default int version() {
    return 0;
  }

  /** An independent copy in the same state; keys without state are their own copy. */
  default ServiceKey copy() {
    return this;
  }

  /** Shortest remaining time first. */
  ServiceKey REMAINING_TIME = (job, view) -> view.predictedRemaining(job);

  /**
   * The same order, but a job that holds GPUs counts as having only a share of its key left: it is
   * preempted only for a job that is better by more than that.
   *
   * @param hysteresis share that is taken off, at least 0 and below 1
   */
  default ServiceKey withHysteresis(double hysteresis) {
    ServiceKey plain = this;
    return hysteresis == 0
        ? plain
        : (job, view) -> plain.of(job, view) * (job.state().holdsGpus() ? 1 - hysteresis : 1);
  }

  /** Shortest remaining service (time times gang) first. */
  ServiceKey REMAINING_SERVICE = (job, view) -> view.predictedRemaining(job) * job.gpus();
}
