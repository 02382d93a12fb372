package org.edgetwin.sim.experiment;

import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;

/** Virtual clusters that no GPU connects, each with the most GPUs its jobs can hold at a time. */
final class Pools {
  private final boolean connected;
  private final double[] capacityArray;

  Pools(FleetSpec fleet) {
    connected = fleet.nodes().stream().anyMatch(node -> node.virtualCluster() == NodeSpec.SHARED);
    capacityArray = new double[connected ? 1 : fleet.virtualClusters().size()];
    for (NodeSpec node : fleet.nodes()) {
      capacityArray[of(node.virtualCluster())] += node.gpuCount();
    }
    for (int vc = 0; !connected && vc < capacityArray.length; vc++) {
      capacityArray[vc] = Math.min(capacityArray[vc], fleet.virtualClusters().get(vc).quotaGpus());
    }
  }

  int count() {
    return capacityArray.length;
  }

  int of(int virtualCluster) {
    return connected ? 0 : virtualCluster;
  }

  double capacityGpus(int pool) {
    return capacityArray[pool];
  }
}
