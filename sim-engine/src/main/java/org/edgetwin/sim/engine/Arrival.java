package org.edgetwin.sim.engine;

import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;

/** The next submission of the workload; one event for the whole run. */
final class Arrival extends EngineEvent {
  private final SimulatedCluster cluster;

  Arrival(SimulatedCluster cluster) {
    super(cluster.kernel(), Phase.ARRIVAL);
    this.cluster = cluster;
  }

  @Override
  public void actions() {
    cluster.onArrival();
  }

  @Override
  public EngineEvent counterpartIn(EventHost copy) {
    return ((SimulatedCluster) copy).arrival();
  }
}
