package org.edgetwin.sim.network;

/** A simulation, or the part of one, that has a network and hears of its flows. */
public interface NetworkHost extends NetworkHolder {
  FlowNetwork network();

  @Override
  default NetworkHost networkHost() {
    return this;
  }

  /**
   * The last byte of a flow has arrived. The flow is no longer in the network; new ones may be
   * started.
   *
   * @param flow what {@link FlowNetwork#start} returned
   */
  void flowCompleted(long flow);
}
