package org.edgetwin.sim.policies.packing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementChoice;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.Slice;

/**
 * Cells of HiveD [hived] around another placement: a virtual cluster's quota is a set of cells
 * ({@link OwnCells}), so that what others do in theirs never breaks up a place for its gangs.
 * Inside them buddy allocation: a job takes the smallest cell that holds it ({@link Cells}), a
 * larger cell is split only if there is no free one of that size, and halves merge when both are
 * free. Among equals the lowest node, then the lowest GPU. A gang that no node holds takes whole
 * nodes and a cell for the rest. A share goes to the shared GPU of an own cell with the least room
 * that will do, else to a cell of one GPU.
 *
 * <p>Differs from [hived]: cells are bound to machines for good, where the paper binds them when
 * they are used and so can move them off bad machines; there are no levels above the node, no
 * pinned cells, and no opportunistic jobs that use free cells of others and are preempted. A job
 * that its cluster's cells could not hold even if all were free is left to the other placement.
 *
 * <p>Complexity: O(GPUs of the fleet).
 */
final class Hived implements PlacementPolicy {
  private final PlacementPolicy base;

  /** By node: GPUs of the own cells, as bits; null before the fleet was seen. */
  private long[] ownMaskArray;

  /** A place in a cell. */
  private record Cell(int node, int position, int size) {}

  Hived(PlacementPolicy base) {
    this.base = base;
  }

  @Override
  public void begin(ClusterView view) {
    if (ownMaskArray == null) {
      ownMaskArray = OwnCells.of(view.fleet(), view.virtualCluster());
    }
    base.begin(view);
  }

  @Override
  public PlacementChoice choose(JobView job, ClusterView view) {
    Demand demand = job.demand();
    if (demand.gpus() == 0) {
      return base.choose(job, view);
    }
    PlacementChoice choice = demand.wholeGpus() ? gang(job, view, false) : share(job, view);
    if (choice instanceof PlacementChoice.Misfit
        && gang(job, view, true) instanceof PlacementChoice.Misfit) {
      return base.choose(job, view);
    }
    return choice;
  }

  /**
   * Cells for a job.
   *
   * @param empty whether to look as if all cells of the virtual cluster were free
   */
  private PlacementChoice gang(JobView job, ClusterView view, boolean empty) {
    if (!empty && job.demand().wholeGpus() && job.gpus() > view.freeGpus()) {
      return PlacementChoice.MISFIT;
    }
    Cell best = null;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (view.plan().accepts(job, group.index())) {
        best = smaller(best, smallest(job, view, group, job.gpus(), empty, List.of()));
      }
    }
    if (best != null) {
      return Placement.whole(List.of(new Slice(best.node(), best.position(), job.gpus())));
    }
    return ScoredPlacement.maySpan(job) ? span(job, view, empty) : PlacementChoice.MISFIT;
  }

  private static Cell smaller(Cell a, Cell b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return b.size() < a.size() || (b.size() == a.size() && b.node() < a.node()) ? b : a;
  }

  /** The cell of a group to take or to split for so many GPUs; null if there is none. */
  private Cell smallest(
      JobView job,
      ClusterView view,
      NodeGroupView group,
      int gpus,
      boolean empty,
      List<Slice> taken) {
    Cell best = null;
    for (int i = 0; i < group.nodeCount(); i++) {
      NodeView node = view.fleet().node(group.node(i));
      int nodeGpus = node.spec().gpuCount();
      boolean hosts = !taken.isEmpty() || hosts(job, view, node, empty);
      if (gpus > nodeGpus || !hosts || isTaken(node.index(), taken)) {
        continue;
      }
      long free = free(node, empty);
      int size = Cells.smallestFree(free, Cells.sizeFor(gpus, nodeGpus), nodeGpus);
      if (size != Cells.NONE && (best == null || size < best.size())) {
        best = new Cell(node.index(), Cells.firstFree(free, size, nodeGpus), size);
      }
    }
    return best;
  }

  private static boolean isTaken(int node, List<Slice> taken) {
    for (Slice slice : taken) {
      if (slice.node() == node) {
        return true;
      }
    }
    return false;
  }

  /** Whole nodes of the first group that has enough, and a cell for the rest. */
  private PlacementChoice span(JobView job, ClusterView view, boolean empty) {
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (job.gpus() > group.maxGpusPerNode() && view.plan().accepts(job, group.index())) {
        List<Slice> slices = span(job, view, group, empty);
        if (!slices.isEmpty()) {
          return Placement.whole(slices);
        }
      }
    }
    return PlacementChoice.MISFIT;
  }

  private List<Slice> span(JobView job, ClusterView view, NodeGroupView group, boolean empty) {
    List<Slice> slices = new ArrayList<>();
    int left = job.gpus();
    for (int i = 0; i < group.nodeCount() && left > 0; i++) {
      NodeView node = view.fleet().node(group.node(i));
      int gpus = node.spec().gpuCount();
      boolean whole = gpus > 0 && free(node, empty) == Slice.mask(0, gpus);
      // CPU and memory are those of the first node.
      if (whole && gpus <= left && (!slices.isEmpty() || hosts(job, view, node, empty))) {
        slices.add(new Slice(node.index(), 0, gpus));
        left -= gpus;
      }
    }
    if (left > 0 && !slices.isEmpty()) {
      Cell rest = smallest(job, view, group, left, empty, slices);
      if (rest != null) {
        slices.add(new Slice(rest.node(), rest.position(), left));
        left = 0;
      }
    }
    return left == 0 ? slices : List.of();
  }

  private PlacementChoice share(JobView job, ClusterView view) {
    int milli = job.demand().milliPerGpu();
    int bestNode = Cells.NONE;
    int bestGpu = Cells.NONE;
    int bestFree = Demand.WHOLE_GPU;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (!view.plan().accepts(job, group.index())) {
        continue;
      }
      for (int j = 0; j < group.nodeCount(); j++) {
        NodeView node = view.fleet().node(group.node(j));
        for (long rest = ownMaskArray[node.index()]; rest != 0; rest &= rest - 1) {
          int gpu = Long.numberOfTrailingZeros(rest);
          if (node.freeMilli(gpu) < bestFree
              && view.plan().canShare(job, node.index(), gpu, milli)) {
            bestNode = node.index();
            bestGpu = gpu;
            bestFree = node.freeMilli(gpu);
          }
        }
      }
    }
    if (bestNode == Cells.NONE && gang(job, view, false) instanceof Placement cell) {
      bestNode = cell.slices().get(0).node();
      bestGpu = cell.slices().get(0).gpu();
    }
    return bestNode != Cells.NONE && view.plan().canShare(job, bestNode, bestGpu, milli)
        ? Placement.shared(bestNode, bestGpu, milli)
        : PlacementChoice.MISFIT;
  }

  private long free(NodeView node, boolean empty) {
    long own = ownMaskArray[node.index()];
    if (empty) {
      return own;
    }
    long free = 0;
    for (long rest = node.freeGpus() == 0 ? 0 : own; rest != 0; rest &= rest - 1) {
      int gpu = Long.numberOfTrailingZeros(rest);
      free |= node.freeMilli(gpu) == Demand.WHOLE_GPU ? 1L << gpu : 0;
    }
    return free;
  }

  private static boolean hosts(JobView job, ClusterView view, NodeView node, boolean empty) {
    return empty
        ? node.spec().cpuMilli() >= job.demand().cpuMilli()
            && node.spec().memoryMib() >= job.demand().memoryMib()
        : view.plan().hasHostResources(job, node.index());
  }

  @Override
  public Set<Capability> needs() {
    return EnumSet.of(Capability.GPU_INDEX);
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public PlacementPolicy copy() {
    Hived copy = new Hived(base.copy());
    copy.ownMaskArray = ownMaskArray;
    return copy;
  }
}
