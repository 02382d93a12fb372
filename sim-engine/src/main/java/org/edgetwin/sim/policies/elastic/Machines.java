package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Slice;

/** Free GPUs by node while gangs are handed out. */
final class Machines {
  private final ClusterView view;
  private final int[] freeByNode;
  private int left;

  /** What is free in the plan as it is now. */
  Machines(ClusterView view) {
    this.view = view;
    freeByNode = new int[view.fleet().nodeCount()];
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      for (int n = 0; n < group.nodeCount(); n++) {
        freeByNode[group.node(n)] = view.fleet().node(group.node(n)).freeGpus();
      }
    }
    left = view.freeGpus();
  }

  private Machines(Machines other) {
    view = other.view;
    freeByNode = other.freeByNode.clone();
    left = other.left;
  }

  Machines copy() {
    return new Machines(this);
  }

  /** GPUs that may still be handed out. */
  int left() {
    return left;
  }

  int freeOn(int node) {
    return freeByNode[node];
  }

  /** GPUs of a group that may still be handed out. */
  int leftIn(NodeGroupView group) {
    int free = 0;
    for (int n = 0; n < group.nodeCount(); n++) {
      free += freeByNode[group.node(n)];
    }
    return Math.min(left, free);
  }

  /** Takes GPUs if all of them are free. */
  boolean take(List<Slice> slices) {
    int gpus = Gang.gpus(slices);
    if (gpus > left) {
      return false;
    }
    for (Slice slice : slices) {
      if (freeByNode[slice.node()] < slice.count()) {
        return false;
      }
    }
    slices.forEach(slice -> freeByNode[slice.node()] -= slice.count());
    left -= gpus;
    return true;
  }

  /**
   * GPUs of a group on as few nodes as possible: whole nodes first, then the tightest that holds
   * the rest. Nothing is taken.
   *
   * @return slices by ascending node; empty if there are not so many, or not in one node where that
   *     is needed
   */
  List<Slice> fewestNodes(NodeGroupView group, int gpus, Spanning spanning) {
    int one = tightest(group, gpus, List.of());
    if (one >= 0) {
      return List.of(Slice.of(one, gpus));
    }
    if (spanning == Spanning.ONE_NODE || gpus > leftIn(group)) {
      return List.of();
    }
    List<Slice> slices = new ArrayList<>();
    int missing = gpus;
    while (missing > 0) {
      int node = tightest(group, missing, slices);
      if (node < 0) {
        node = emptiest(group, slices);
      }
      int count = Math.min(missing, freeByNode[node]);
      slices.add(Slice.of(node, count));
      missing -= count;
    }
    slices.sort(Comparator.comparingInt(Slice::node));
    return slices;
  }

  private int tightest(NodeGroupView group, int gpus, List<Slice> except) {
    int best = -1;
    for (int n = 0; n < group.nodeCount(); n++) {
      int node = group.node(n);
      if (freeByNode[node] >= gpus
          && (best < 0 || freeByNode[node] < freeByNode[best])
          && isNotIn(except, node)) {
        best = node;
      }
    }
    return gpus <= left ? best : -1;
  }

  private int emptiest(NodeGroupView group, List<Slice> except) {
    int best = -1;
    for (int n = 0; n < group.nodeCount(); n++) {
      int node = group.node(n);
      if (isNotIn(except, node) && (best < 0 || freeByNode[node] > freeByNode[best])) {
        best = node;
      }
    }
    return best;
  }

  private static boolean isNotIn(List<Slice> slices, int node) {
    for (Slice slice : slices) {
      if (slice.node() == node) {
        return false;
      }
    }
    return true;
  }
}
