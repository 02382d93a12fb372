package org.edgetwin.sim.fleet;

/**
 * The nodes of one group by their number of free GPUs. A search looks at the numbers that some node
 * has, whatever the number of nodes; an update takes O(1).
 */
final class FreeIndex {
  private final NodeSet[] byFree;

  /** Bit i - 1: whether some node has i free GPUs. The nodes without any are found at index 0. */
  private long occupied;

  private int freeGpus;

  /** All nodes start with no free GPU. */
  FreeIndex(int nodeCount, int maxGpusPerNode) {
    byFree = new NodeSet[maxGpusPerNode + 1];
    for (int free = 0; free < byFree.length; free++) {
      byFree[free] = new NodeSet(nodeCount);
    }
    for (int position = 0; position < nodeCount; position++) {
      byFree[0].add(position);
    }
  }

  private FreeIndex(NodeSet[] byFree, long occupied, int freeGpus) {
    this.byFree = byFree;
    this.occupied = occupied;
    this.freeGpus = freeGpus;
  }

  void move(int position, int fromFree, int toFree) {
    if (fromFree == toFree) {
      return;
    }
    byFree[fromFree].remove(position);
    byFree[toFree].add(position);
    freeGpus += toFree - fromFree;
    if (fromFree > 0 && byFree[fromFree].isEmpty()) {
      occupied &= ~(1L << (fromFree - 1));
    }
    if (toFree > 0) {
      occupied |= 1L << (toFree - 1);
    }
  }

  int freeGpus() {
    return freeGpus;
  }

  /** The numbers of free GPUs, at least {@code gpus} and 1, that some node has, as bits. */
  private long occupiedFrom(int gpus) {
    return gpus > byFree.length - 1 ? 0 : occupied & (-1L << (Math.max(1, gpus) - 1));
  }

  /** The lowest position with at least {@code gpus} free, or -1. */
  int first(int gpus) {
    int best = gpus <= 0 ? byFree[0].first() : -1;
    for (long rest = occupiedFrom(gpus); rest != 0; rest &= rest - 1) {
      best = lower(best, byFree[Long.numberOfTrailingZeros(rest) + 1].first());
    }
    return best;
  }

  /** The lowest position after {@code after} with at least {@code gpus} free, or -1. */
  int next(int gpus, int after) {
    int best = gpus <= 0 ? byFree[0].next(after) : -1;
    for (long rest = occupiedFrom(gpus); rest != 0; rest &= rest - 1) {
      best = lower(best, byFree[Long.numberOfTrailingZeros(rest) + 1].next(after));
    }
    return best;
  }

  private static int lower(int a, int b) {
    return a < 0 || (b >= 0 && b < a) ? b : a;
  }

  int tightest(int gpus) {
    if (gpus <= 0 && !byFree[0].isEmpty()) {
      return byFree[0].first();
    }
    long candidates = occupiedFrom(gpus);
    return candidates == 0 ? -1 : byFree[Long.numberOfTrailingZeros(candidates) + 1].first();
  }

  int emptiest(int gpus) {
    long candidates = occupiedFrom(gpus);
    if (candidates == 0) {
      return gpus <= 0 ? byFree[0].first() : -1;
    }
    return byFree[Long.SIZE - Long.numberOfLeadingZeros(candidates)].first();
  }

  int firstExactly(int gpus) {
    return byFree[gpus].first();
  }

  int nextExactly(int gpus, int after) {
    return byFree[gpus].next(after);
  }

  FreeIndex copy() {
    NodeSet[] sets = new NodeSet[byFree.length];
    for (int free = 0; free < sets.length; free++) {
      sets[free] = byFree[free].copy();
    }
    return new FreeIndex(sets, occupied, freeGpus);
  }
}
