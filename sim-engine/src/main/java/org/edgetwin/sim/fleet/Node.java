package org.edgetwin.sim.fleet;

import java.util.Arrays;

/** The allocator's state of one machine. Only {@link Fleet} changes it. */
final class Node implements NodeView {
  private static final int[] NOBODY = {};

  private final int index;
  private final NodeSpec spec;
  private final NodeGroup group;
  private final int positionInGroup;
  private NodeState state = NodeState.FAILED;
  private int version = 1;
  private long freeMask;
  private int freeCpuMilli;
  private int freeMemoryMib;

  /**
   * For each GPU that is shared: free share, free memory, and who is on it. Made when first needed.
   */
  private int[] sharedFreeMilli;

  private int[] sharedFreeMemoryMb;
  private int[][] residents;

  Node(int index, NodeSpec spec, NodeGroup group, int positionInGroup) {
    this.index = index;
    this.spec = spec;
    this.group = group;
    this.positionInGroup = positionInGroup;
    freeMask = spec.gpuCount() == 64 ? -1L : (1L << spec.gpuCount()) - 1;
    freeCpuMilli = spec.cpuMilli();
    freeMemoryMib = spec.memoryMib();
  }

  private Node(Node other, NodeGroup group) {
    index = other.index;
    spec = other.spec;
    this.group = group;
    positionInGroup = other.positionInGroup;
    state = other.state;
    version = other.version;
    freeMask = other.freeMask;
    freeCpuMilli = other.freeCpuMilli;
    freeMemoryMib = other.freeMemoryMib;
    if (other.residents != null) {
      sharedFreeMilli = other.sharedFreeMilli.clone();
      sharedFreeMemoryMb = other.sharedFreeMemoryMb.clone();
      residents = new int[other.residents.length][];
      Arrays.setAll(residents, gpu -> other.residents[gpu].clone());
    }
  }

  Node copy(NodeGroup copiedGroup) {
    return new Node(this, copiedGroup);
  }

  void setState(NodeState newState) {
    int before = freeGpus();
    NodeState oldState = state;
    state = newState;
    version++;
    group.moveNode(positionInGroup, before, freeGpus());
    int gpus = spec.gpuCount();
    group.addUpGpus(
        (newState == NodeState.UP ? gpus : 0) - (oldState == NodeState.UP ? gpus : 0),
        (newState.runsJobs() ? gpus : 0) - (oldState.runsJobs() ? gpus : 0));
  }

  boolean hasWhole(long mask) {
    return (freeMask & mask) == mask;
  }

  /** The {@code count} free GPUs of lowest index. */
  long lowestFree(int count) {
    long mask = 0;
    long rest = freeMask;
    for (int i = 0; i < count; i++) {
      long lowest = Long.lowestOneBit(rest);
      mask |= lowest;
      rest ^= lowest;
    }
    return mask;
  }

  boolean hasHostResources(int cpuMilli, int memoryMib) {
    return freeCpuMilli >= cpuMilli && freeMemoryMib >= memoryMib;
  }

  void changeHostResources(int cpuMilli, int memoryMib) {
    version++;
    freeCpuMilli += cpuMilli;
    freeMemoryMib += memoryMib;
  }

  void takeWhole(long mask) {
    changeFreeMask(freeMask & ~mask);
  }

  void giveWhole(long mask) {
    changeFreeMask(freeMask | mask);
  }

  private void changeFreeMask(long mask) {
    if (state == NodeState.UP) {
      group.moveNode(positionInGroup, Long.bitCount(freeMask), Long.bitCount(mask));
    }
    freeMask = mask;
    version++;
  }

  void takeShares(int job, long mask, int milli, int memoryMb) {
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      takeShare(job, Long.numberOfTrailingZeros(rest), milli, memoryMb);
    }
  }

  void giveShares(int job, long mask, int milli, int memoryMb) {
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      giveShare(job, Long.numberOfTrailingZeros(rest), milli, memoryMb);
    }
  }

  boolean hasShares(long mask, int milli, int memoryMb) {
    for (long rest = mask; rest != 0; rest &= rest - 1) {
      int gpu = Long.numberOfTrailingZeros(rest);
      if (freeMilli(gpu) < milli || freeMemoryMb(gpu) < memoryMb) {
        return false;
      }
    }
    return true;
  }

  private void takeShare(int job, int gpu, int milli, int memoryMb) {
    if (residents == null) {
      sharedFreeMilli = new int[spec.gpuCount()];
      sharedFreeMemoryMb = new int[spec.gpuCount()];
      residents = new int[spec.gpuCount()][];
      Arrays.fill(residents, NOBODY);
    }
    if (residents[gpu].length == 0) {
      takeWhole(1L << gpu);
      sharedFreeMilli[gpu] = Allocation.WHOLE;
      sharedFreeMemoryMb[gpu] = gpuMemoryMb();
    }
    version++;
    sharedFreeMilli[gpu] -= milli;
    sharedFreeMemoryMb[gpu] -= memoryMb;
    int count = residents[gpu].length;
    residents[gpu] = Arrays.copyOf(residents[gpu], count + 1);
    residents[gpu][count] = job;
  }

  private void giveShare(int job, int gpu, int milli, int memoryMb) {
    version++;
    sharedFreeMilli[gpu] += milli;
    sharedFreeMemoryMb[gpu] += memoryMb;
    residents[gpu] = without(residents[gpu], job);
    if (residents[gpu].length == 0) {
      sharedFreeMilli[gpu] = 0;
      giveWhole(1L << gpu);
    }
  }

  private static int[] without(int[] jobs, int job) {
    int[] left = jobs.length == 1 ? NOBODY : new int[jobs.length - 1];
    int count = 0;
    for (int other : jobs) {
      if (other != job) {
        left[count++] = other;
      }
    }
    return left;
  }

  int gpuMemoryMb() {
    return megabytes(spec.gpuModel().memoryGb());
  }

  /**
   * Device memory is counted in whole megabytes, so that what is given back is exactly what was
   * taken.
   */
  static int megabytes(double gigabytes) {
    return (int) Math.min(Integer.MAX_VALUE, Math.ceil(gigabytes * 1000));
  }

  private boolean isFree(int gpu) {
    return (freeMask >>> gpu & 1) != 0;
  }

  private int freeMemoryMb(int gpu) {
    if (isFree(gpu)) {
      return gpuMemoryMb();
    }
    return residents == null || residents[gpu].length == 0 ? 0 : sharedFreeMemoryMb[gpu];
  }

  @Override
  public int[] residents(int gpu) {
    return residents == null ? NOBODY : residents[gpu];
  }

  @Override
  public int version() {
    return version;
  }

  NodeGroup nodeGroup() {
    return group;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public NodeSpec spec() {
    return spec;
  }

  @Override
  public NodeState state() {
    return state;
  }

  @Override
  public int group() {
    return group.index();
  }

  @Override
  public int freeGpus() {
    return state == NodeState.UP ? Long.bitCount(freeMask) : 0;
  }

  @Override
  public int freeMilli(int gpu) {
    if (isFree(gpu)) {
      return Allocation.WHOLE;
    }
    return residents == null ? 0 : sharedFreeMilli[gpu];
  }

  @Override
  public double freeGpuMemoryGb(int gpu) {
    return freeMemoryMb(gpu) / 1000.0;
  }

  @Override
  public int freeCpuMilli() {
    return freeCpuMilli;
  }

  @Override
  public int freeMemoryMib() {
    return freeMemoryMib;
  }

  @Override
  public int residentCount(int gpu) {
    return residents(gpu).length;
  }
}
