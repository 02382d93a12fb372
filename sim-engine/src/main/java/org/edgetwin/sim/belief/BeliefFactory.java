package org.edgetwin.sim.belief;

import org.edgetwin.sim.fleet.FleetView;

/** Makes a belief about the machines of a fleet before anything is seen of them. */
@FunctionalInterface
public interface BeliefFactory {
  MachineBelief create(FleetView fleet);
}
