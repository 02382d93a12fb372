package org.edgetwin.sim.policies;

import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;

/** A job's place in an order, smaller first; it must stay the same while the job is queued. */
public interface JobKey {
  /** The key at the moment the job enters the queue. */
  double of(JobView job, ClusterView view);

  /**
   * A job has ended; what it was and what it got can still be seen. Keys that learn from ended jobs
   * note it.
   *
   * @param wasQueued whether it left from the queue and not from a machine
   */
  default void ended(JobView job, ClusterView view, boolean wasQueued) {}

  /** An independent copy in the same state; keys without state are their own copy. */
  default JobKey copy() {
    return this;
  }

  /** Order of submission. */
  JobKey SUBMISSION = (job, view) -> job.submitTime();

  /** Most urgent first. */
  JobKey PRIORITY = (job, view) -> -job.terms().priority();

  /** Predicted work left. */
  JobKey SHORTEST = (job, view) -> view.predictedRemaining(job);

  /** Predicted work left times the gang. */
  JobKey SMALLEST_SERVICE = (job, view) -> view.predictedRemaining(job) * job.gpus();
}
