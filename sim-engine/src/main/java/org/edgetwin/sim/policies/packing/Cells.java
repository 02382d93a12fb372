package org.edgetwin.sim.policies.packing;

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

  private static boolean isFree(long free, int position, int size) {
    long mask = Slice.mask(position, size);
    return (free & mask) == mask;
  }
}
