package org.edgetwin.sim.policies.hived;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.Slice;

/**
 * Buddy allocation: the node with the smallest free cell that holds the job, the lowest of several.
 * A gang that no node holds takes whole nodes of the first group that has enough and a cell for the
 * rest. A share goes to the shared GPU with the least room that will do, else to a cell of one GPU.
 *
 * <p>Complexity: O(GPUs of the fleet).
 */
final class SmallestCell implements PlacementPolicy {
  private static final int NO_NODE = -1;

  @Override
  public PlacementChoice choose(JobView job, ClusterView view) {
    if (!job.demand().wholeGpus()) {
      return share(job, view);
    }
    if (job.gpus() > view.freeGpus()) {
      return PlacementChoice.MISFIT;
    }
    int node = node(job, view);
    return node == NO_NODE ? span(job, view) : Placement.whole(node, job.gpus());
  }

  /** Whether there are cells for a job, or one to share, whatever its quota. */
  static boolean holds(JobView job, ClusterView view) {
    return node(job, view) != NO_NODE || span(job, view) instanceof Placement;
  }

  private static int node(JobView job, ClusterView view) {
    int best = NO_NODE;
    int bestSize = Integer.MAX_VALUE;
    for (int i = 0; i < view.groupCount(); i++) {
      int node = node(job, view, view.group(i));
      int size = node == NO_NODE ? Cells.NONE : sizeThatHolds(view.fleet().node(node), job.gpus());
      if (node != NO_NODE && (size < bestSize || (size == bestSize && node < best))) {
        best = node;
        bestSize = size;
      }
    }
    return best;
  }

  private static int node(JobView job, ClusterView view, NodeGroupView group) {
    int best = NO_NODE;
    int bestSize = Integer.MAX_VALUE;
    for (int j = 0; view.plan().accepts(job, group.index()) && j < group.nodeCount(); j++) {
      NodeView node = view.fleet().node(group.node(j));
      int size = sizeThatHolds(node, job.gpus());
      if (size != Cells.NONE
          && size < bestSize
          && view.plan().hasHostResources(job, node.index())) {
        best = node.index();
        bestSize = size;
      }
    }
    return best;
  }

  /** The smallest free cell of each group. */
  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    List<ScoreTerm> terms = new ArrayList<>();
    for (int i = 0; i < view.groupCount(); i++) {
      int index = node(job, view, view.group(i));
      if (index != NO_NODE) {
        NodeView node = view.fleet().node(index);
        int size = sizeThatHolds(node, job.gpus());
        terms.add(new ScoreTerm(node.spec().name(), "GPUs of its cell, smallest first", size));
      }
    }
    return terms;
  }

  private static PlacementChoice span(JobView job, ClusterView view) {
    boolean may = job.gpus() > 1 && job.demand().spanning() != Spanning.ONE_NODE;
    for (int i = 0; may && i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (job.gpus() > group.maxGpusPerNode() && view.plan().accepts(job, group.index())) {
        List<Slice> slices = span(job, view, group);
        if (!slices.isEmpty()) {
          return Placement.whole(slices);
        }
      }
    }
    return PlacementChoice.MISFIT;
  }

  private static List<Slice> span(JobView job, ClusterView view, NodeGroupView group) {
    List<Slice> slices = new ArrayList<>();
    int left = job.gpus();
    for (int i = 0; i < group.nodeCount() && left > 0; i++) {
      NodeView node = view.fleet().node(group.node(i));
      int gpus = node.spec().gpuCount();
      boolean whole = gpus > 0 && gpus <= left && node.freeGpus() == gpus;
      // CPU and memory are those of the first node.
      if (whole && (!slices.isEmpty() || view.plan().hasHostResources(job, node.index()))) {
        slices.add(Slice.of(node.index(), gpus));
        left -= gpus;
      }
    }
    if (left > 0) {
      int rest = slices.isEmpty() ? NO_NODE : rest(left, view, group, slices);
      if (rest == NO_NODE) {
        return List.of();
      }
      slices.add(Slice.of(rest, left));
    }
    return slices;
  }

  /** The node with the smallest cell for what whole nodes leave of a gang. */
  private static int rest(int gpus, ClusterView view, NodeGroupView group, List<Slice> taken) {
    int best = NO_NODE;
    int bestSize = Integer.MAX_VALUE;
    for (int i = 0; i < group.nodeCount(); i++) {
      int node = group.node(i);
      int size = sizeThatHolds(view.fleet().node(node), gpus);
      if (size != Cells.NONE
          && size < bestSize
          && taken.stream().noneMatch(slice -> slice.node() == node)) {
        best = node;
        bestSize = size;
      }
    }
    return best;
  }

  private static PlacementChoice share(JobView job, ClusterView view) {
    int milli = job.demand().milliPerGpu();
    int bestNode = NO_NODE;
    int bestGpu = 0;
    int bestFree = Demand.WHOLE_GPU;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      for (int j = 0; view.plan().accepts(job, group.index()) && j < group.nodeCount(); j++) {
        NodeView node = view.fleet().node(group.node(j));
        for (int gpu = 0; gpu < node.spec().gpuCount(); gpu++) {
          int free = node.freeMilli(gpu);
          if (free >= milli
              && free < bestFree
              && view.plan().canShare(job, node.index(), gpu, milli)) {
            bestNode = node.index();
            bestGpu = gpu;
            bestFree = free;
          }
        }
      }
    }
    if (bestNode == NO_NODE) {
      bestNode = node(job, view);
      bestGpu = bestNode == NO_NODE ? 0 : Cells.positionFor(view.fleet().node(bestNode), 1);
    }
    return bestNode != NO_NODE && view.plan().canShare(job, bestNode, bestGpu, milli)
        ? Placement.shared(bestNode, bestGpu, milli)
        : PlacementChoice.MISFIT;
  }

  private static int sizeThatHolds(NodeView node, int gpus) {
    return gpus > node.freeGpus() ? Cells.NONE : Cells.sizeThatHolds(node, gpus);
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public PlacementPolicy copy() {
    return this;
  }
}
