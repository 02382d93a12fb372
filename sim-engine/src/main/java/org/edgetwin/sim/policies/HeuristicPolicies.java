package org.edgetwin.sim.policies;

import java.util.List;
import org.edgetwin.sim.scheduling.OrderingFactory;
import org.edgetwin.sim.scheduling.PlacementFactory;
import org.edgetwin.sim.scheduling.PolicyProvider;

/** Brings the heuristic orderings and placements. */
public final class HeuristicPolicies implements PolicyProvider {
  @Override
  public List<OrderingFactory> orderings() {
    return Orderings.all();
  }

  @Override
  public List<PlacementFactory> placements() {
    return Placements.all();
  }
}
