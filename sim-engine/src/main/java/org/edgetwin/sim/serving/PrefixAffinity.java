package org.edgetwin.sim.serving;

/**
 * Requests of one prefix group go to one replica, where they find their prefix; others to the one
 * with the fewest requests. When replicas come or go, groups move.
 */
public final class PrefixAffinity implements Router {
  private final LeastOutstanding otherwise = new LeastOutstanding();

  @Override
  public int choose(ServiceView view, int promptTokens, int prefixGroup) {
    return prefixGroup == ServingRequest.NO_GROUP
        ? otherwise.choose(view, promptTokens, prefixGroup)
        : prefixGroup % view.readyReplicas();
  }

  @Override
  public PrefixAffinity copy() {
    return new PrefixAffinity();
  }
}
