package org.edgetwin.sim.fleet;

/**
 * The very GPUs that one job holds.
 *
 * @param job index of the job
 * @param virtualCluster index of the virtual cluster it is charged to
 * @param group index of the node group
 * @param nodes indices of the nodes
 * @param gpuMasks for each node, the GPUs as bits
 * @param gpuCount number of GPUs held or shared: the bits of all masks
 * @param milli share of each GPU in thousandths
 * @param gpuMemoryMb device memory taken on each shared GPU
 * @param cpuMilli CPU taken on the first node
 * @param memoryMib host memory taken on the first node
 * @param phase when its turn is on GPUs that jobs take turns on; {@link #NO_TURN} on others
 */
@SuppressWarnings("ArrayRecordComponent") // compact, and never compared by value
public record Allocation(
    int job,
    int virtualCluster,
    int group,
    int[] nodes,
    long[] gpuMasks,
    int gpuCount,
    int milli,
    int gpuMemoryMb,
    int cpuMilli,
    int memoryMib,
    int phase) {
  /** Of a job that takes no turns. */
  public static final int NO_TURN = -1;

  static final int WHOLE = 1000;

  /** GPUs on which nobody takes turns. */
  public Allocation(
      int job,
      int virtualCluster,
      int group,
      int[] nodes,
      long[] gpuMasks,
      int gpuCount,
      int milli,
      int gpuMemoryMb,
      int cpuMilli,
      int memoryMib) {
    this(
        job,
        virtualCluster,
        group,
        nodes,
        gpuMasks,
        gpuCount,
        milli,
        gpuMemoryMb,
        cpuMilli,
        memoryMib,
        NO_TURN);
  }

  /** Whether it takes turns with the others on its GPUs. */
  public boolean takesTurns() {
    return phase != NO_TURN;
  }

  /** Whether others may hold the rest of its GPU. */
  public boolean isShared() {
    return milli < WHOLE;
  }

  /** Thousandths of GPUs held, over all nodes. */
  public int totalMilli() {
    return gpuCount * milli;
  }
}
