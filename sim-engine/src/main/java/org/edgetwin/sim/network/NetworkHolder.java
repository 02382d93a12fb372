package org.edgetwin.sim.network;

import org.edgetwin.sim.kernel.EventHost;

/** A simulation with a network somewhere inside. */
public interface NetworkHolder extends EventHost {
  /** The part of it that has the network. */
  NetworkHost networkHost();
}
