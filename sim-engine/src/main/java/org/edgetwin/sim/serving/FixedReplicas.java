package org.edgetwin.sim.serving;

/** As many replicas as there are. */
public final class FixedReplicas implements Autoscaler {
  @Override
  public double periodSeconds() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public int target(ServiceView view) {
    return view.readyReplicas() + view.startingReplicas();
  }

  @Override
  public FixedReplicas copy() {
    return new FixedReplicas();
  }
}
