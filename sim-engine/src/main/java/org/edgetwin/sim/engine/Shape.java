package org.edgetwin.sim.engine;

import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.job.Demand;

/**
 * What all jobs of one demand, class and virtual cluster have in common, worked out once.
 *
 * @param index dense index
 * @param speedInNode speed in one node, for each node group; 0 where it cannot run
 * @param speedAcross speed over several nodes, for each node group; 0 where it cannot
 * @param feasible whether the job could run on the empty fleet
 * @param plain whether it is about whole GPUs alone: no share, CPU, memory, no cap where prices
 *     move, and nodes do not matter
 */
@SuppressWarnings("ArrayRecordComponent") // compact, and never compared by value
record Shape(
    int index,
    Demand demand,
    WorkloadClass workload,
    int virtualCluster,
    double[] speedInNode,
    double[] speedAcross,
    boolean feasible,
    boolean plain) {

  boolean accepts(int group) {
    return speedInNode[group] > 0 || speedAcross[group] > 0;
  }

  double speed(int group, boolean manyNodes) {
    return manyNodes ? speedAcross[group] : speedInNode[group];
  }
}
