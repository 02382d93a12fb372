package org.edgetwin.sim.serving;

/** The replica with the fewest requests that have not ended; the first of several. */
public final class LeastOutstanding implements Router {
  @Override
  public int choose(ServiceView view, int promptTokens, int prefixGroup) {
    int chosen = 0;
    for (int ready = 1; ready < view.readyReplicas(); ready++) {
      if (view.outstanding(ready) < view.outstanding(chosen)) {
        chosen = ready;
      }
    }
    return chosen;
  }

  @Override
  public LeastOutstanding copy() {
    return new LeastOutstanding();
  }
}
