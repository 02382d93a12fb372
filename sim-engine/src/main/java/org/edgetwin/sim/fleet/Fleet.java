package org.edgetwin.sim.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.job.Demand;

/**
 * The allocator. It knows what is free, and nothing is held twice: every take is checked in full
 * before it changes anything. Not thread-safe.
 */
public final class Fleet implements FleetView {
  private final FleetSpec spec;
  private final Node[] nodeArray;
  private final NodeGroup[] groupArray;
  private final long[] usedMilliArray;
  private final int[] quotaArray;
  private long openings;

  /** A fleet with every node empty and in its initial state. */
  public Fleet(FleetSpec spec) {
    this.spec = spec;
    usedMilliArray = new long[spec.virtualClusters().size()];
    quotaArray = spec.virtualClusters().stream().mapToInt(VirtualCluster::quotaGpus).toArray();
    nodeArray = new Node[spec.nodes().size()];
    groupArray = group(spec.nodes());
    for (Node node : nodeArray) {
      node.setState(node.spec().initialState());
    }
  }

  private Fleet(Fleet other) {
    spec = other.spec;
    usedMilliArray = other.usedMilliArray.clone();
    quotaArray = other.quotaArray;
    openings = other.openings;
    groupArray = new NodeGroup[other.groupArray.length];
    for (int i = 0; i < groupArray.length; i++) {
      groupArray[i] = other.groupArray[i].copy();
    }
    nodeArray = new Node[other.nodeArray.length];
    for (int i = 0; i < nodeArray.length; i++) {
      nodeArray[i] = other.nodeArray[i].copy(groupArray[other.nodeArray[i].group()]);
    }
  }

  private record GroupKey(
      String gpuModel,
      String region,
      String site,
      boolean community,
      int owner,
      double price,
      String operator,
      PriceRule priceRule) {}

  private NodeGroup[] group(List<NodeSpec> specs) {
    Map<GroupKey, List<Integer>> nodesByKey = new LinkedHashMap<>();
    for (int i = 0; i < specs.size(); i++) {
      NodeSpec node = specs.get(i);
      GroupKey key =
          new GroupKey(
              node.gpuModel().id(),
              node.region(),
              node.site(),
              node.community(),
              node.virtualCluster(),
              node.priceUsdPerGpuHour(),
              node.operator(),
              node.priceRule());
      nodesByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
    }
    NodeGroup[] groups = new NodeGroup[nodesByKey.size()];
    int index = 0;
    for (List<Integer> members : nodesByKey.values()) {
      groups[index] = createGroup(index, members, specs);
      index++;
    }
    return groups;
  }

  private NodeGroup createGroup(int index, List<Integer> members, List<NodeSpec> specs) {
    int[] nodes = members.stream().mapToInt(Integer::intValue).toArray();
    int gpuCount = members.stream().mapToInt(i -> specs.get(i).gpuCount()).sum();
    int maxGpus = members.stream().mapToInt(i -> specs.get(i).gpuCount()).max().orElse(0);
    NodeGroup group = new NodeGroup(index, specs.get(nodes[0]), nodes, gpuCount, maxGpus);
    for (int position = 0; position < nodes.length; position++) {
      nodeArray[nodes[position]] =
          new Node(nodes[position], specs.get(nodes[position]), group, position);
    }
    return group;
  }

  public FleetSpec spec() {
    return spec;
  }

  /** Changes the state of a node; what runs on it is the caller's business. */
  public void setState(int node, NodeState state) {
    nodeArray[node].setState(state);
    openings++;
  }

  /** Changes what a GPU of a group costs. */
  public void setPrice(int group, double usdPerGpuHour) {
    groupArray[group].setPrice(usdPerGpuHour);
    openings++;
  }

  /** How the price of a group moves; not for policies, which cannot know it. */
  public PriceRule priceRule(int group) {
    return groupArray[group].priceRule();
  }

  /** Indices of the groups that the jobs of a virtual cluster may use, ascending. */
  public int[] groupsOpenTo(int virtualCluster) {
    return Arrays.stream(groupArray)
        .filter(
            group ->
                group.virtualCluster() == NodeSpec.SHARED
                    || group.virtualCluster() == virtualCluster)
        .mapToInt(NodeGroup::index)
        .toArray();
  }

  /** Number of nodes that take jobs. */
  public int upNodeCount() {
    int count = 0;
    for (Node node : nodeArray) {
      count += node.state() == NodeState.UP ? 1 : 0;
    }
    return count;
  }

  /** GPUs of a group on nodes that are up. */
  public int upGpus(int group) {
    return groupArray[group].upGpus();
  }

  /** GPUs of a group on nodes that run jobs: up or draining. */
  public int runningGpus(int group) {
    return groupArray[group].runningGpus();
  }

  /** Thousandths of GPUs that the jobs of a virtual cluster hold. */
  public long usedMilli(int virtualCluster) {
    return usedMilliArray[virtualCluster];
  }

  /** Whole GPUs that the quota of a virtual cluster leaves. */
  public int quotaLeft(int virtualCluster) {
    int quota = quotaArray[virtualCluster];
    if (quota == VirtualCluster.NO_QUOTA) {
      return quota;
    }
    return (int) Math.max(0, (quota * 1000L - usedMilliArray[virtualCluster]) / Demand.WHOLE_GPU);
  }

  /** Whether a virtual cluster may take so much more. */
  public boolean quotaAllows(int virtualCluster, int milli) {
    int quota = quotaArray[virtualCluster];
    return quota == VirtualCluster.NO_QUOTA
        || usedMilliArray[virtualCluster] + milli <= quota * 1000L;
  }

  /** The free GPUs of lowest index on a node, as bits; the node must have so many. */
  public long lowestFree(int node, int count) {
    return nodeArray[node].lowestFree(count);
  }

  /** Whether a node is up and has so much CPU and memory left. */
  public boolean hasHostResources(int node, Demand demand) {
    return nodeArray[node].state() == NodeState.UP
        && nodeArray[node].hasHostResources(demand.cpuMilli(), demand.memoryMib());
  }

  /** Whether one GPU of a node that is up has room for a share. */
  public boolean hasShare(int node, int gpu, int milli, int gpuMemoryMb) {
    return nodeArray[node].state() == NodeState.UP
        && nodeArray[node].hasShares(1L << gpu, milli, gpuMemoryMb);
  }

  /** Jobs that share one GPU. The array must not be changed. */
  public int[] residents(int node, int gpu) {
    return nodeArray[node].residents(gpu);
  }

  /** Device memory of a demand in the allocator's unit. */
  public static int megabytes(Demand demand) {
    return Node.megabytes(demand.gpuMemoryGb());
  }

  /**
   * Whether everything in the allocation is free, on nodes that are up, and the quota allows it.
   */
  public boolean canTake(Allocation allocation) {
    for (int node : allocation.nodes()) {
      if (nodeArray[node].state() != NodeState.UP) {
        return false;
      }
    }
    return canTakeBack(allocation);
  }

  /** Like {@link #canTake}, for GPUs that the job has held before: a draining node will do. */
  public boolean canTakeBack(Allocation allocation) {
    if (!quotaAllows(allocation.virtualCluster(), allocation.totalMilli())) {
      return false;
    }
    int[] nodes = allocation.nodes();
    for (int i = 0; i < nodes.length; i++) {
      Node node = nodeArray[nodes[i]];
      long mask = allocation.gpuMasks()[i];
      boolean free =
          allocation.isShared()
              ? node.hasShares(mask, allocation.milli(), allocation.gpuMemoryMb())
              : node.hasWhole(mask);
      if (!free) {
        return false;
      }
    }
    return nodeArray[nodes[0]].hasHostResources(allocation.cpuMilli(), allocation.memoryMib());
  }

  /**
   * Takes everything in the allocation.
   *
   * @return false, and nothing is changed, if {@link #canTake} is false
   */
  public boolean take(Allocation allocation) {
    if (!canTake(allocation)) {
      return false;
    }
    takeBack(allocation);
    return true;
  }

  /** Takes everything in the allocation without a check: for undoing a {@link #give}. */
  public void takeBack(Allocation allocation) {
    int[] nodes = allocation.nodes();
    for (int i = 0; i < nodes.length; i++) {
      if (allocation.isShared()) {
        nodeArray[nodes[i]].takeShares(
            allocation.job(),
            allocation.gpuMasks()[i],
            allocation.milli(),
            allocation.gpuMemoryMb());
      } else {
        nodeArray[nodes[i]].takeWhole(allocation.gpuMasks()[i]);
      }
    }
    nodeArray[nodes[0]].changeHostResources(-allocation.cpuMilli(), -allocation.memoryMib());
    usedMilliArray[allocation.virtualCluster()] += allocation.totalMilli();
  }

  /** Gives back what {@link #take} took. */
  public void give(Allocation allocation) {
    int[] nodes = allocation.nodes();
    for (int i = 0; i < nodes.length; i++) {
      if (allocation.isShared()) {
        nodeArray[nodes[i]].giveShares(
            allocation.job(),
            allocation.gpuMasks()[i],
            allocation.milli(),
            allocation.gpuMemoryMb());
      } else {
        nodeArray[nodes[i]].giveWhole(allocation.gpuMasks()[i]);
      }
    }
    nodeArray[nodes[0]].changeHostResources(allocation.cpuMilli(), allocation.memoryMib());
    usedMilliArray[allocation.virtualCluster()] -= allocation.totalMilli();
    openings++;
  }

  @Override
  public int nodeCount() {
    return nodeArray.length;
  }

  @Override
  public NodeView node(int index) {
    return nodeArray[index];
  }

  @Override
  public int groupCount() {
    return groupArray.length;
  }

  @Override
  public NodeGroupView group(int index) {
    return groupArray[index];
  }

  @Override
  public int virtualClusterCount() {
    return usedMilliArray.length;
  }

  @Override
  public long openings() {
    return openings;
  }

  @Override
  public VirtualCluster virtualCluster(int index) {
    return spec.virtualClusters().get(index);
  }

  /** An independent copy in the same state. */
  public Fleet copy() {
    return new Fleet(this);
  }
}
