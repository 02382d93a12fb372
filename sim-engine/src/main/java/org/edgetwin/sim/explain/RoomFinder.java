package org.edgetwin.sim.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Slice;
import org.edgetwin.sim.scheduling.SpeedKnowledge;
import org.jspecify.annotations.Nullable;

/** Looks where one queued job could start now, group by group. */
final class RoomFinder {
  private final ClusterView view;
  private final JobView job;
  private final Demand demand;

  RoomFinder(ClusterView view, JobView job) {
    this.view = view;
    this.job = job;
    demand = job.demand();
  }

  /**
   * All node groups of the fleet.
   *
   * @param knowledge what the scheduler knows: no more is told of durations
   */
  List<Room> rooms(Knowledge knowledge) {
    boolean knows =
        knowledge.duration() != DurationKnowledge.NONE && knowledge.speed() != SpeedKnowledge.NONE;
    List<Room> rooms = new ArrayList<>();
    for (int i = 0; i < view.fleet().groupCount(); i++) {
      NodeGroupView group = view.fleet().group(i);
      Obstacle obstacle = obstacle(group);
      boolean ever = obstacle == null || obstacle.compareTo(Obstacle.NO_SPEED) > 0;
      rooms.add(
          new Room(
              i,
              name(group),
              nodesUp(group),
              group.freeGpus(),
              group.priceUsdPerGpuHour(),
              knows && ever ? view.predictedDuration(job, group, false) : Double.NaN,
              obstacle));
    }
    return rooms;
  }

  static String name(NodeGroupView group) {
    return group.gpuModel().id() + " at " + group.site();
  }

  /**
   * The tightest node that would do now, or several nodes of one group; for a share the tightest
   * GPU. Null if there is none.
   */
  @Nullable Placement tightest() {
    return tightest(-1);
  }

  /**
   * Such, but not in one group.
   *
   * @param shunned index of the group; -1 for none
   */
  @Nullable Placement tightest(int shunned) {
    Placement best = null;
    int fewest = Integer.MAX_VALUE;
    for (int i = 0; i < view.groupCount(); i++) {
      NodeGroupView group = view.group(i);
      if (group.index() == shunned || obstacle(group) != null) {
        continue;
      }
      Placement here = demand.wholeGpus() ? gang(group) : share(group);
      int free = free(here);
      if (free < fewest) {
        fewest = free;
        best = here;
      }
    }
    return best;
  }

  /** What is free where a job would stand; a gang on several nodes comes after all others. */
  private int free(Placement placement) {
    Slice slice = placement.slices().get(0);
    NodeView node = view.fleet().node(slice.node());
    if (!demand.wholeGpus()) {
      return node.freeMilli(slice.gpu());
    }
    return placement.slices().size() == 1 ? node.freeGpus() : Integer.MAX_VALUE - 1;
  }

  private Placement gang(NodeGroupView group) {
    int node = hostNode(group, demand.gpus(), true);
    return node >= 0 ? Placement.whole(node, demand.gpus()) : spanning(group);
  }

  private Placement share(NodeGroupView group) {
    int milli = demand.milliPerGpu();
    Placement best = null;
    for (int i = 0; i < group.nodeCount(); i++) {
      NodeView node = view.fleet().node(group.node(i));
      for (int gpu = 0; gpu < node.spec().gpuCount(); gpu++) {
        if (view.plan().canShare(job, node.index(), gpu, milli)
            && (best == null || node.freeMilli(gpu) < free(best))) {
          best = Placement.shared(node.index(), gpu, milli);
        }
      }
    }
    return Objects.requireNonNull(best, "a group without an obstacle has room");
  }

  private Placement spanning(NodeGroupView group) {
    List<Slice> slices = new ArrayList<>();
    int host = hostNode(group, 1, false);
    int left = demand.gpus();
    int count = Math.min(left, view.fleet().node(host).freeGpus());
    slices.add(Slice.of(host, count));
    left -= count;
    for (int node = group.firstWithFree(1); left > 0; node = group.nextWithFree(1, node)) {
      if (node != host) {
        count = Math.min(left, view.fleet().node(node).freeGpus());
        slices.add(Slice.of(node, count));
        left -= count;
      }
    }
    return Placement.whole(slices);
  }

  @Nullable Obstacle obstacle(NodeGroupView group) {
    int owner = group.virtualCluster();
    if (owner != NodeSpec.SHARED && owner != view.virtualCluster()) {
      return Obstacle.OTHER_VIRTUAL_CLUSTER;
    }
    if (!demand.gpuModels().isEmpty() && !demand.gpuModels().contains(group.gpuModel().id())) {
      return Obstacle.GPU_MODEL;
    }
    if (demand.gpuMemoryGb() > group.gpuModel().memoryGb()) {
      return Obstacle.GPU_MEMORY;
    }
    if (group.priceUsdPerGpuHour() > demand.priceCapUsdPerGpuHour()) {
      return Obstacle.PRICE;
    }
    if (!view.plan().accepts(job, group.index())) {
      return Obstacle.NO_SPEED;
    }
    if (demand.gpus() > (spans() ? group.gpuCount() : group.maxGpusPerNode())) {
      return Obstacle.TOO_SMALL;
    }
    return passing(group);
  }

  private @Nullable Obstacle passing(NodeGroupView group) {
    if (nodesUp(group) == 0) {
      return Obstacle.AWAY;
    }
    if (demand.wholeGpus() ? !hasGpus(group) : !hasShare(group)) {
      return Obstacle.BUSY;
    }
    if (demand.wholeGpus() && hostNode(group, spans() ? 1 : demand.gpus(), false) < 0) {
      return Obstacle.HOST;
    }
    return view.plan().fits(job) ? null : Obstacle.QUOTA;
  }

  private boolean spans() {
    return demand.spanning() != Spanning.ONE_NODE && demand.gpus() > 1;
  }

  private boolean hasGpus(NodeGroupView group) {
    return spans() ? group.freeGpus() >= demand.gpus() : group.firstWithFree(demand.gpus()) >= 0;
  }

  private boolean hasShare(NodeGroupView group) {
    for (int i = 0; i < group.nodeCount(); i++) {
      NodeView node = view.fleet().node(group.node(i));
      for (int gpu = 0; gpu < node.spec().gpuCount(); gpu++) {
        if (view.plan().canShare(job, node.index(), gpu, demand.milliPerGpu())) {
          return true;
        }
      }
    }
    return false;
  }

  /** A node with so many free GPUs, and CPU and memory beside them; -1 if there is none. */
  private int hostNode(NodeGroupView group, int gpus, boolean tightest) {
    int best = -1;
    for (int node = group.firstWithFree(gpus); node >= 0; node = group.nextWithFree(gpus, node)) {
      if (view.plan().hasHostResources(job, node)
          && (best < 0
              || view.fleet().node(node).freeGpus() < view.fleet().node(best).freeGpus())) {
        best = node;
        if (!tightest) {
          return best;
        }
      }
    }
    return best;
  }

  private int nodesUp(NodeGroupView group) {
    int up = 0;
    for (int i = 0; i < group.nodeCount(); i++) {
      if (view.fleet().node(group.node(i)).state() == NodeState.UP) {
        up++;
      }
    }
    return up;
  }
}
