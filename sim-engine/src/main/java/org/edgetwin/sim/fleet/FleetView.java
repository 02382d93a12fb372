package org.edgetwin.sim.fleet;

/** What may be seen of all machines. */
public interface FleetView {
  int nodeCount();

  NodeView node(int index);

  int groupCount();

  NodeGroupView group(int index);

  int virtualClusterCount();

  VirtualCluster virtualCluster(int index);

  /**
   * How often so far something has become free or may have: a job gave back what it held, a node
   * came or went, a price moved. While it stays, no job fits that did not.
   */
  long openings();
}
