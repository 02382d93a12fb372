package org.edgetwin.sim.fleet;

/**
 * The nodes of one group by their number of free GPUs. Every search takes O(GPUs per node) set
 * look-ups, whatever the number of nodes; an update takes O(1).
 */
final class FreeIndex {
  private final NodeSet[] byFree;
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

  private FreeIndex(NodeSet[] byFree, int freeGpus) {
    this.byFree = byFree;
    this.freeGpus = freeGpus;
  }

  void move(int position, int fromFree, int toFree) {
    if (fromFree != toFree) {
      byFree[fromFree].remove(position);
      byFree[toFree].add(position);
      freeGpus += toFree - fromFree;
    }
  }

  int freeGpus() {
    return freeGpus;
  }

  /** The lowest position with at least {@code gpus} free, or -1. */
  int first(int gpus) {
    int best = -1;
    for (int free = Math.max(0, gpus); free < byFree.length; free++) {
      int position = byFree[free].first();
      if (position >= 0 && (best < 0 || position < best)) {
        best = position;
      }
    }
    return best;
  }

  /** The lowest position after {@code after} with at least {@code gpus} free, or -1. */
  int next(int gpus, int after) {
    int best = -1;
    for (int free = Math.max(0, gpus); free < byFree.length; free++) {
      int position = byFree[free].next(after);
      if (position >= 0 && (best < 0 || position < best)) {
        best = position;
      }
    }
    return best;
  }

  int tightest(int gpus) {
    for (int free = gpus; free < byFree.length; free++) {
      int position = byFree[free].first();
      if (position >= 0) {
        return position;
      }
    }
    return -1;
  }

  int emptiest(int gpus) {
    for (int free = byFree.length - 1; free >= gpus; free--) {
      int position = byFree[free].first();
      if (position >= 0) {
        return position;
      }
    }
    return -1;
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
    return new FreeIndex(sets, freeGpus);
  }
}
