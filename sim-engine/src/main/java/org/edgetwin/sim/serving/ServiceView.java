package org.edgetwin.sim.serving;

/** What a router or an autoscaler sees of a service; valid during the call. */
public interface ServiceView {
  /** Seconds since the start of the run. */
  double time();

  /** Replicas that take requests; they are numbered from 0 in the calls below. */
  int readyReplicas();

  /** Replicas that are being started. */
  int startingReplicas();

  /** Requests that no replica could be found for yet. */
  int pendingRequests();

  /** Requests of a ready replica that have not ended. */
  int outstanding(int ready);

  /** Blocks of KV cache that nobody held in a ready replica when it last made a plan. */
  int freeKvBlocks(int ready);

  /** Requests of the service that have arrived and not ended. */
  int outstandingRequests();
}
