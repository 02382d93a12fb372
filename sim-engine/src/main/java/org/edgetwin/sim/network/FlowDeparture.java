package org.edgetwin.sim.network;

import org.edgetwin.sim.kernel.EngineEvent;
import org.edgetwin.sim.kernel.EventHost;
import org.edgetwin.sim.kernel.Phase;

/** The instant from which the bytes of a flow count, its latency after its start. */
final class FlowDeparture extends EngineEvent {
  private final NetworkHost host;
  private final int slot;

  FlowDeparture(NetworkHost host, int slot) {
    super(host.kernel(), Phase.TRANSFER);
    this.host = host;
    this.slot = slot;
  }

  @Override
  public void actions() {
    host.network().depart(slot);
  }

  @Override
  public EngineEvent counterpartIn(EventHost copy) {
    return ((NetworkHolder) copy).networkHost().network().departure(slot);
  }
}
