package org.edgetwin.sim.fleet;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.gpu.GpuModel;

/**
 * All machines of a run and who may use them. Never empty: at least one virtual cluster.
 *
 * @param virtualClusters tenants, by index
 * @param nodes machines, by index
 */
public record FleetSpec(List<VirtualCluster> virtualClusters, List<NodeSpec> nodes) {
  public FleetSpec {
    virtualClusters = List.copyOf(virtualClusters);
    nodes = List.copyOf(nodes);
    if (virtualClusters.isEmpty()) {
      throw new IllegalArgumentException("A fleet needs a virtual cluster.");
    }
    for (NodeSpec node : nodes) {
      if (node.virtualCluster() < NodeSpec.SHARED
          || node.virtualCluster() >= virtualClusters.size()) {
        throw new IllegalArgumentException(
            "Node " + node.name() + ": there is no virtual cluster " + node.virtualCluster() + ".");
      }
    }
  }

  /** Equal nodes of one model in one virtual cluster, always up. */
  public static FleetSpec uniform(GpuModel model, int nodeCount, int gpusPerNode) {
    List<NodeSpec> nodeList = new ArrayList<>();
    for (int i = 0; i < nodeCount; i++) {
      nodeList.add(
          new NodeSpec(
              "node-" + i,
              "local",
              "site",
              false,
              model,
              gpusPerNode,
              0,
              0,
              0,
              0,
              Availability.ALWAYS));
    }
    return new FleetSpec(List.of(new VirtualCluster("default", VirtualCluster.NO_QUOTA)), nodeList);
  }

  /** Number of GPUs, whether up or not. */
  public int gpuCount() {
    return nodes.stream().mapToInt(NodeSpec::gpuCount).sum();
  }
}
