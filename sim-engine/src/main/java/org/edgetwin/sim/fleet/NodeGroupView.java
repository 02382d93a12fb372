package org.edgetwin.sim.fleet;

import org.edgetwin.gpu.GpuModel;

/**
 * Nodes whose GPUs are interchangeable: same model, site, owner, operator and price. A gang stands
 * within one group.
 *
 * <p>The searches below look at nodes that are up and count GPUs that nobody holds any part of.
 * They take O(GPUs per node), whatever the number of nodes, and see what the current plan has taken
 * or released.
 */
public interface NodeGroupView {
  int index();

  GpuModel gpuModel();

  String region();

  String site();

  boolean community();

  /** What a GPU costs a job that starts now, USD per hour. */
  double priceUsdPerGpuHour();

  /** Who earns it. */
  String operator();

  /** Virtual cluster that owns it, or {@link NodeSpec#SHARED}. */
  int virtualCluster();

  int nodeCount();

  /** Index in the fleet of the i-th node of the group; ascending in i. */
  int node(int i);

  /** All GPUs, up or not. */
  int gpuCount();

  /** Largest number of GPUs on one of its nodes. */
  int maxGpusPerNode();

  /** GPUs free now on nodes that are up. */
  int freeGpus();

  /** The lowest node with at least {@code gpus} free, or -1. */
  int firstWithFree(int gpus);

  /** The lowest node after {@code node} with at least {@code gpus} free, or -1. */
  int nextWithFree(int gpus, int node);

  /** The lowest node among those with the fewest free GPUs, but at least {@code gpus}; or -1. */
  int tightestWithFree(int gpus);

  /**
   * The lowest node among those with the most free GPUs, if these are at least {@code gpus}; or -1.
   */
  int emptiestWithFree(int gpus);

  /** The lowest node with exactly {@code gpus} free, or -1. */
  int firstWithExactly(int gpus);

  /** The lowest node after {@code node} with exactly {@code gpus} free, or -1. */
  int nextWithExactly(int gpus, int node);
}
