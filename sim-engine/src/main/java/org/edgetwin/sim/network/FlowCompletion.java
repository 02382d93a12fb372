package org.edgetwin.sim.network;

import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;

/** The end of the flow that ends first: one event for all flows of a network. */
final class FlowCompletion extends EngineEvent {
  private final NetworkHost host;

  FlowCompletion(NetworkHost host) {
    super(host.kernel(), Phase.TRANSFER);
    this.host = host;
  }

  @Override
  public void actions() {
    host.network().completeDue();
  }

  @Override
  public EngineEvent counterpartIn(EventHost copy) {
    return ((NetworkHolder) copy).networkHost().network().completion();
  }
}
