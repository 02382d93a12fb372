package org.edgetwin.sim.engine;

import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;

/** The end of one interval of the time series. */
final class Sample extends EngineEvent {
  private final SimulatedCluster cluster;

  Sample(SimulatedCluster cluster) {
    super(cluster.kernel(), Phase.SAMPLE);
    this.cluster = cluster;
  }

  @Override
  public void actions() {
    cluster.onSample();
  }

  @Override
  public EngineEvent counterpartIn(EventHost copy) {
    return ((SimulatedCluster) copy).sample();
  }
}
