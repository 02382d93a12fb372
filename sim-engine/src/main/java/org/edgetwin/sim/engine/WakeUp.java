package org.edgetwin.sim.engine;

import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;

/**
 * The instant at which the scheduler of one virtual cluster wants to be asked even if nothing
 * happens.
 */
final class WakeUp extends EngineEvent {
  private final SimulatedCluster cluster;
  private final int virtualCluster;

  WakeUp(SimulatedCluster cluster, int virtualCluster) {
    super(cluster.kernel(), Phase.DECISION);
    this.cluster = cluster;
    this.virtualCluster = virtualCluster;
  }

  @Override
  public void actions() {
    cluster.due().add(virtualCluster);
  }

  @Override
  public EngineEvent counterpartIn(EventHost copy) {
    return ((SimulatedCluster) copy).tenant(virtualCluster).wakeUp;
  }
}
