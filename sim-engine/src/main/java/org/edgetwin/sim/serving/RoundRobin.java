package org.edgetwin.sim.serving;

/** One replica after the other. */
public final class RoundRobin implements Router {
  private int next;

  @Override
  public int choose(ServiceView view, int promptTokens, int prefixGroup) {
    int chosen = next % view.readyReplicas();
    next = chosen + 1;
    return chosen;
  }

  @Override
  public RoundRobin copy() {
    RoundRobin copy = new RoundRobin();
    copy.next = next;
    return copy;
  }
}
