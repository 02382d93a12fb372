package org.edgetwin.sim.policies.hived;

import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.scheduling.Slice;

/**
 * The cells of one node [hived]: a single GPU, two, four, ... of them at a position that is a
 * multiple of that, and the whole node. A cell is free if all its GPUs are. What is free is read
 * off the GPUs, so the halves of a cell merge by themselves when both are given back.
 */
final class Cells {
  /** There is no such cell. */
  static final int NONE = -1;

  private Cells() {}

  /** Number of GPUs of the smallest cell that holds so many, at most those of the node. */
  static int sizeFor(int gpus, int nodeGpus) {
    int size = Integer.highestOneBit(gpus);
    return Math.min(size < gpus ? 2 * size : size, nodeGpus);
  }

  /**
   * Size of the smallest free cell that is not smaller than wanted and no part of a larger free
   * one: what is to be taken or split.
   *
   * @param free free GPUs, as bits
   * @param wanted size of a cell
   */
  static int smallestFree(long free, int wanted, int nodeGpus) {
    for (int size = wanted; size < nodeGpus; size *= 2) {
      if (firstFree(free, size, nodeGpus) != NONE) {
        return size;
      }
    }
    return isFree(free, 0, nodeGpus) ? nodeGpus : NONE;
  }

  /** Position of the first free cell of a size that is no part of a larger free one. */
  static int firstFree(long free, int size, int nodeGpus) {
    if (isFree(free, 0, nodeGpus)) {
      return size == nodeGpus ? 0 : NONE;
    }
    for (int position = 0; size < nodeGpus && position + size <= nodeGpus; position += size) {
      int parent = position / (2 * size) * (2 * size);
      if (isFree(free, position, size) && !isFree(free, parent, 2 * size)) {
        return position;
      }
    }
    return NONE;
  }

  /** The GPUs of a node that nobody holds any part of, as bits; none unless the node is up. */
  static long free(NodeView node) {
    long free = 0;
    int gpus = node.freeGpus() == 0 ? 0 : node.spec().gpuCount();
    for (int gpu = 0; gpu < gpus; gpu++) {
      free |= node.freeMilli(gpu) == Demand.WHOLE_GPU ? 1L << gpu : 0;
    }
    return free;
  }

  /** Size of the smallest free cell that holds a gang; {@link #NONE} if there is none. */
  static int sizeThatHolds(NodeView node, int gpus) {
    int nodeGpus = node.spec().gpuCount();
    return gpus > nodeGpus ? NONE : smallestFree(free(node), sizeFor(gpus, nodeGpus), nodeGpus);
  }

  /** Position of the first of the smallest free cells that hold a gang; {@link #NONE} if none. */
  static int positionFor(NodeView node, int gpus) {
    int size = sizeThatHolds(node, gpus);
    return size == NONE ? NONE : firstFree(free(node), size, node.spec().gpuCount());
  }

  /** Size of the largest free cell; 0 if there is none. */
  static int largestFree(long free, int nodeGpus) {
    if (isFree(free, 0, nodeGpus)) {
      return nodeGpus;
    }
    int size = Integer.highestOneBit(nodeGpus);
    while (size > 0 && firstFree(free, size, nodeGpus) == NONE) {
      size /= 2;
    }
    return size;
  }

  private static boolean isFree(long free, int position, int size) {
    long mask = Slice.mask(position, size);
    return (free & mask) == mask;
  }
}
