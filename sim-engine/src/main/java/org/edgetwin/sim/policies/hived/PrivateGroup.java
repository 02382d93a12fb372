package org.edgetwin.sim.policies.hived;

import org.edgetwin.gpu.GpuModel;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeView;

/**
 * The nodes of a group on which somebody owns cells. The searches look at every node: O(nodes of
 * the group).
 */
final class PrivateGroup implements NodeGroupView {
  private static final int NO_NODE = -1;

  private final NodeGroupView group;

  /** Ascending by index. */
  private final PrivateNode[] nodeArray;

  private final int gpuCount;
  private final int maxGpusPerNode;

  /** What a search is about: whether a number of free GPUs will do, and how good it is. */
  private interface Wish {
    /** Smaller is better; NaN if it will not do. */
    double rank(int free);
  }

  PrivateGroup(NodeGroupView group, PrivateNode[] nodes, int gpuCount) {
    this.group = group;
    this.nodeArray = nodes;
    this.gpuCount = gpuCount;
    int most = 0;
    for (PrivateNode node : nodes) {
      most = Math.max(most, node.spec().gpuCount());
    }
    this.maxGpusPerNode = most;
  }

  private int best(int after, Wish wish) {
    NodeView best = null;
    double bestRank = Double.POSITIVE_INFINITY;
    for (NodeView node : nodeArray) {
      double rank = node.index() > after ? wish.rank(node.freeGpus()) : Double.NaN;
      if (rank < bestRank) {
        best = node;
        bestRank = rank;
      }
    }
    return best == null ? NO_NODE : best.index();
  }

  @Override
  public int freeGpus() {
    int free = 0;
    for (NodeView node : nodeArray) {
      free += node.freeGpus();
    }
    return free;
  }

  @Override
  public int firstWithFree(int gpus) {
    return nextWithFree(gpus, NO_NODE);
  }

  @Override
  public int nextWithFree(int gpus, int node) {
    return best(node, free -> free >= gpus ? 0 : Double.NaN);
  }

  @Override
  public int tightestWithFree(int gpus) {
    return best(NO_NODE, free -> free >= gpus ? free : Double.NaN);
  }

  @Override
  public int emptiestWithFree(int gpus) {
    return best(NO_NODE, free -> free >= gpus ? -free : Double.NaN);
  }

  @Override
  public int firstWithExactly(int gpus) {
    return nextWithExactly(gpus, NO_NODE);
  }

  @Override
  public int nextWithExactly(int gpus, int node) {
    return best(node, free -> free == gpus ? 0 : Double.NaN);
  }

  @Override
  public int nodeCount() {
    return nodeArray.length;
  }

  @Override
  public int node(int i) {
    return nodeArray[i].index();
  }

  @Override
  public int gpuCount() {
    return gpuCount;
  }

  @Override
  public int maxGpusPerNode() {
    return maxGpusPerNode;
  }

  @Override
  public int index() {
    return group.index();
  }

  @Override
  public GpuModel gpuModel() {
    return group.gpuModel();
  }

  @Override
  public String region() {
    return group.region();
  }

  @Override
  public String site() {
    return group.site();
  }

  @Override
  public boolean community() {
    return group.community();
  }

  @Override
  public double priceUsdPerGpuHour() {
    return group.priceUsdPerGpuHour();
  }

  @Override
  public String operator() {
    return group.operator();
  }

  @Override
  public int virtualCluster() {
    return group.virtualCluster();
  }
}
