package org.edgetwin.scenarios.generate;

import java.util.HashMap;
import java.util.Map;
import org.edgetwin.sim.job.Demand;

/**
 * Hands out one object for equal demands: a trace has few of them, and the engine compares them.
 */
final class DemandPool {
  private final Map<Demand, Demand> sharedDemands = new HashMap<>();

  Demand shared(Demand demand) {
    Demand known = sharedDemands.putIfAbsent(demand, demand);
    return known == null ? demand : known;
  }
}
