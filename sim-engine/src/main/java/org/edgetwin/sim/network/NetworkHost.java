package org.edgetwin.sim.network;

import org.edgetwin.sim.kernel.EventHost;

/** A simulation with a network in it. */
public interface NetworkHost extends EventHost {
  FlowNetwork network();

  /**
   * The last byte of a flow has arrived. The flow is no longer in the network; new ones may be
   * started.
   *
   * @param flow what {@link FlowNetwork#start} returned
   */
  void flowCompleted(long flow);
}
