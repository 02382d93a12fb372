package org.edgetwin.sim.serving;

/** Sends a request to one of the ready replicas of its service. */
public interface Router {
  /**
   * The replica for a request.
   *
   * @param view has at least one ready replica
   * @return from 0 to {@code view.readyReplicas() - 1}
   */
  int choose(ServiceView view, int promptTokens, int prefixGroup);

  /** An independent copy in the same state. */
  Router copy();
}
