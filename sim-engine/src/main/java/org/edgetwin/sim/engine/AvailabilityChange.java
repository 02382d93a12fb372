package org.edgetwin.sim.engine;

import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;

/** The next coming or going of one node. */
final class AvailabilityChange extends EngineEvent {
  private final SimulatedCluster cluster;
  private final int node;

  AvailabilityChange(SimulatedCluster cluster, int node) {
    super(cluster.kernel(), Phase.FAILURE);
    this.cluster = cluster;
    this.node = node;
  }

  @Override
  public void actions() {
    cluster.churn().onChange(node);
  }

  @Override
  public EngineEvent counterpartIn(EventHost copy) {
    return ((SimulatedCluster) copy).churn().event(node);
  }
}
