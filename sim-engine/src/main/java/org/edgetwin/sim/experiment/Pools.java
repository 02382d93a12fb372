package org.edgetwin.sim.experiment;

import java.util.Arrays;
import java.util.List;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;

/** Virtual clusters that no GPU connects, each with the most GPUs its jobs can hold at a time. */
final class Pools {
  private final boolean connected;
  private final double[] capacityArray;
  private final double[] quotaArray;
  private final List<GpuModel> models;
  private final double[][] gpusByModel;

  Pools(FleetSpec fleet) {
    connected = fleet.nodes().stream().anyMatch(node -> node.virtualCluster() == NodeSpec.SHARED);
    capacityArray = new double[connected ? 1 : fleet.virtualClusters().size()];
    quotaArray = new double[capacityArray.length];
    Arrays.fill(quotaArray, Double.POSITIVE_INFINITY);
    models = fleet.nodes().stream().map(NodeSpec::gpuModel).distinct().toList();
    gpusByModel = new double[capacityArray.length][models.size()];
    for (NodeSpec node : fleet.nodes()) {
      int pool = of(node.virtualCluster());
      capacityArray[pool] += node.gpuCount();
      gpusByModel[pool][models.indexOf(node.gpuModel())] += node.gpuCount();
    }
    for (int vc = 0; !connected && vc < capacityArray.length; vc++) {
      double quota = fleet.virtualClusters().get(vc).quotaGpus();
      quotaArray[vc] = quota < capacityArray[vc] ? quota : Double.POSITIVE_INFINITY;
      capacityArray[vc] = Math.min(capacityArray[vc], quota);
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

  /** The GPU models of the fleet. */
  List<GpuModel> models() {
    return models;
  }

  /** GPUs of each model, quota aside. */
  double[] gpusByModel(int pool) {
    return gpusByModel[pool];
  }

  /** The quota where it binds, else infinite. */
  double quotaGpus(int pool) {
    return quotaArray[pool];
  }

  /** Whether the pool has GPUs of several models. */
  boolean isMixed(int pool) {
    return Arrays.stream(gpusByModel[pool]).filter(gpus -> gpus > 0).count() > 1;
  }
}
