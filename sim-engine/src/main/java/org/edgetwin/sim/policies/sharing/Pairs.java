package org.edgetwin.sim.policies.sharing;

import java.util.List;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.PlacementPolicy;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.edgetwin.sim.scheduling.ShareMode;
import org.jspecify.annotations.Nullable;

/**
 * Gangs in pairs: every rigid gang of whole GPUs holds one half of each of its GPUs, so that one
 * other gang of as many GPUs can join it. Jobs of other kinds are placed as they ask.
 *
 * <p>A gang that is alone touches twice what it counts in a quota; so that pairs do not stretch a
 * quota, gangs are placed only while the GPUs that are touched stay within the capacity.
 */
final class Pairs {
  static final int NOBODY = -1;
  private static final int HALF = Demand.WHOLE_GPU / 2;

  private final PlacementPolicy placement;

  /** Thousandths of GPUs that the jobs of this virtual cluster touch, those planned included. */
  private long touchedMilli;

  private long markedMilli;

  Pairs(PlacementPolicy placement) {
    this.placement = placement;
  }

  Pairs copy() {
    return new Pairs(placement.copy());
  }

  /** Begins a decision. */
  void begin(ClusterView view) {
    placement.begin(view);
    touchedMilli = 0;
    view.forEachRunning(id -> touchedMilli += touched(view.job(id), view));
  }

  private static long touched(JobView job, ClusterView view) {
    if (!mayPair(job)) {
      return job.demand().totalMilli();
    }
    // The first of a pair counts for both.
    int partner = partner(job, view);
    return partner == NOBODY || job.id() < partner ? (long) job.gpus() * Demand.WHOLE_GPU : 0;
  }

  static boolean mayPair(JobView job) {
    return job.gpus() > 0 && job.demand().wholeGpus() && job.elasticity() == null;
  }

  /** The other gang on the GPUs of a running one, or {@link #NOBODY}. */
  static int partner(JobView job, ClusterView view) {
    int node = view.nodesOf(job)[0];
    for (int resident : view.fleet().node(node).residents(firstGpu(job, node, view))) {
      JobView other = view.job(resident);
      // A job that asked for a share may have got the other half.
      if (resident != job.id()
          && other != null
          && other.virtualCluster() == job.virtualCluster()
          && mayPair(other)) {
        return resident;
      }
    }
    return NOBODY;
  }

  private static int firstGpu(JobView job, int node, ClusterView view) {
    int gpu = 0;
    while (!view.holdsGpu(job, node, gpu)) {
      gpu++;
    }
    return gpu;
  }

  /**
   * Looks for GPUs that nobody holds and takes them.
   *
   * @return null if there are none
   */
  @Nullable Placement takeFree(JobView job, ClusterView view) {
    long more = job.demand().totalMilli();
    if (touchedMilli + more > capacityMilli(view)
        || !(placement.choose(job, view) instanceof Placement free)) {
      return null;
    }
    Placement taken =
        mayPair(job) ? new Placement(free.slices(), HALF, new ShareMode.Packed(job.id())) : free;
    view.plan().take(job, taken);
    touchedMilli += more;
    return taken;
  }

  /** What free GPUs are judged by. */
  List<ScoreTerm> terms(JobView job, ClusterView view) {
    return placement.terms(job, view);
  }

  /** A point to return to, beside the plan's own. */
  void mark() {
    markedMilli = touchedMilli;
  }

  /** Back to the last mark. */
  void undo() {
    touchedMilli = markedMilli;
  }

  /** Takes a running gang's GPUs out of the plan, for others. */
  void release(JobView job, ClusterView view) {
    touchedMilli -= aloneMilli(job, view);
    view.plan().release(job);
  }

  /** Gives a running gang that was released its GPUs back, if nobody else has got them. */
  boolean keep(JobView job, ClusterView view) {
    if (!job.state().holdsGpus()) {
      return false;
    }
    long more = aloneMilli(job, view);
    if (touchedMilli + more > capacityMilli(view) || !view.plan().hold(job)) {
      return false;
    }
    touchedMilli += more;
    return true;
  }

  /** What a running job touches alone: whoever has a partner frees no GPU. */
  private static long aloneMilli(JobView job, ClusterView view) {
    return mayPair(job) && partner(job, view) != NOBODY ? 0 : job.demand().totalMilli();
  }

  private static long capacityMilli(ClusterView view) {
    return view.capacityGpus() * (long) Demand.WHOLE_GPU;
  }

  /** Whether a queued gang could join a running one that is alone. */
  static boolean canJoin(JobView job, JobView first, ClusterView view) {
    if (!mayPair(job)
        || !mayPair(first)
        || job.gpus() != first.gpus()
        || !view.plan().holds(first)
        || !view.plan().accepts(job, first.nodeGroup())) {
      return false;
    }
    int[] nodes = view.nodesOf(first);
    if (nodes.length > 1 && job.demand().spanning() == Spanning.ONE_NODE) {
      return false;
    }
    for (int index : nodes) {
      NodeView node = view.fleet().node(index);
      for (int gpu = 0; gpu < node.spec().gpuCount(); gpu++) {
        if (view.holdsGpu(first, index, gpu)
            && (node.residentCount(gpu) != 1 || !hasRoom(job, node, gpu))) {
          return false;
        }
      }
    }
    return view.plan().canShare(job, nodes[0], firstGpu(first, nodes[0], view), HALF);
  }

  private static boolean hasRoom(JobView job, NodeView node, int gpu) {
    return node.state() == NodeState.UP
        && node.freeMilli(gpu) >= HALF
        && node.freeGpuMemoryGb(gpu) >= job.demand().gpuMemoryGb();
  }

  /** Takes the other half of a running gang's GPUs. */
  Placement takeHalf(JobView job, JobView first, ClusterView view) {
    Placement taken =
        new Placement(
            Placement.whole(view.nodesOf(first)[0], job.gpus()).slices(),
            HALF,
            new ShareMode.Packed(first.id()));
    view.plan().take(job, taken);
    return taken;
  }
}
