package org.edgetwin.sim.policies.hived;

import java.util.List;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.policies.Placements;
import org.edgetwin.sim.scheduling.PlacementDecorator;
import org.edgetwin.sim.scheduling.PlacementFactory;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyParameters;
import org.edgetwin.sim.scheduling.PolicyProvider;

/** Brings HiveD. */
public final class HivedPolicies implements PolicyProvider {
  @Override
  public List<PlacementFactory> placements() {
    return List.of(new Factory());
  }

  private static final class Factory implements PlacementDecorator {
    @Override
    public PolicyDescription describe() {
      return PolicyDescription.of(
              "hived",
              "In cells of GPUs set aside for the virtual cluster's quota: the smallest that is"
                  + " free, or where another placement says (as in best-fit+hived).")
          .after("hived");
    }

    @Override
    public PlacementPolicy create(PolicyParameters parameters, Streams streams) {
      return new Hived(new SmallestCell(), Placements.firstFit());
    }

    @Override
    public PlacementPolicy around(PlacementPolicy inner, PolicyParameters parameters) {
      return new Hived(inner, inner.copy());
    }
  }
}
