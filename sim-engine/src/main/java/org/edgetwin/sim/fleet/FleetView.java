package org.edgetwin.sim.fleet;

/** What may be seen of all machines. */
public interface FleetView {
  int nodeCount();

  NodeView node(int index);

  int groupCount();

  NodeGroupView group(int index);

  int virtualClusterCount();

  VirtualCluster virtualCluster(int index);
}
