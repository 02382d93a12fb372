package org.edgetwin.sim.engine;

import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;

/** The next change of the price of one node group. */
final class PriceChange extends EngineEvent {
  private final SimulatedCluster cluster;
  private final int group;

  PriceChange(SimulatedCluster cluster, int group) {
    super(cluster.kernel(), Phase.FAILURE);
    this.cluster = cluster;
    this.group = group;
  }

  @Override
  public void actions() {
    cluster.bills().pricing().onChange(group);
  }

  @Override
  public EngineEvent counterpartIn(EventHost copy) {
    return ((SimulatedCluster) copy).bills().pricing().event(group);
  }
}
