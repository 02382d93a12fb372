package org.edgetwin.sim.policies.hived;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.fleet.FleetView;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.fleet.VirtualCluster;

/** All machines as the owner of some cells sees them. */
final class PrivateFleet implements FleetView {
  private final FleetView fleet;
  private final PrivateNode[] nodeArray;
  private final PrivateGroup[] groupArray;

  /**
   * A view of a fleet.
   *
   * @param ownMasks by node: the GPUs that belong to the owner, as bits
   * @param idle whether to look as if all nodes were up and nobody held anything
   */
  PrivateFleet(FleetView fleet, long[] ownMasks, boolean idle) {
    this.fleet = fleet;
    nodeArray = new PrivateNode[fleet.nodeCount()];
    for (int node = 0; node < nodeArray.length; node++) {
      nodeArray[node] = new PrivateNode(fleet.node(node), ownMasks[node], idle);
    }
    groupArray = new PrivateGroup[fleet.groupCount()];
    for (int group = 0; group < groupArray.length; group++) {
      groupArray[group] = group(fleet.group(group), ownMasks);
    }
  }

  private PrivateGroup group(NodeGroupView group, long[] ownMasks) {
    List<PrivateNode> nodes = new ArrayList<>();
    int gpus = 0;
    for (int i = 0; i < group.nodeCount(); i++) {
      int node = group.node(i);
      if (ownMasks[node] != 0) {
        nodes.add(nodeArray[node]);
        gpus += Long.bitCount(ownMasks[node]);
      }
    }
    return new PrivateGroup(group, nodes.toArray(PrivateNode[]::new), gpus);
  }

  /** Whether this is a view of that fleet, and not of a copy of it. */
  boolean isOf(FleetView other) {
    return fleet == other;
  }

  boolean owns(int node, int gpu) {
    return nodeArray[node].owns(gpu);
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
  public PrivateGroup group(int index) {
    return groupArray[index];
  }

  @Override
  public int virtualClusterCount() {
    return fleet.virtualClusterCount();
  }

  @Override
  public VirtualCluster virtualCluster(int index) {
    return fleet.virtualCluster(index);
  }

  @Override
  public long openings() {
    return fleet.openings();
  }
}
