package org.edgetwin.sim.engine;

import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;

/** The machines change their speed. */
final class Drift extends EngineEvent {
  private final SimulatedCluster cluster;

  Drift(SimulatedCluster cluster) {
    super(cluster.kernel(), Phase.FAILURE);
    this.cluster = cluster;
  }

  @Override
  public void actions() {
    cluster.rates().onDrift();
  }

  @Override
  public EngineEvent counterpartIn(EventHost copy) {
    return ((SimulatedCluster) copy).rates().drift();
  }
}
