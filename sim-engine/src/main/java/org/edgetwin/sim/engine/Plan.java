package org.edgetwin.sim.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.edgetwin.sim.fleet.Allocation;
import org.edgetwin.sim.fleet.Fleet;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.job.Spanning;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.AllocationPlan;
import org.edgetwin.sim.scheduling.Placement;
import org.jspecify.annotations.Nullable;

/**
 * The overlay of one decision: changes the allocator itself and keeps what it takes to undo that.
 */
final class Plan implements AllocationPlan {
  private final SimulatedCluster cluster;
  private Allocation[] allocationArray = new Allocation[16];

  /** The placement of a take; null for a release. */
  private Placement[] placementArray = new Placement[16];

  private int size;

  /** Running jobs whose GPUs the plan has given back. */
  private final BitSet releasedJobs = new BitSet();

  /** Entries of the decision that is being carried out, and how far they have been used. */
  private int recallSize;

  private int recallPosition;

  Plan(SimulatedCluster cluster) {
    this.cluster = cluster;
  }

  @Override
  public boolean accepts(JobView job, int group) {
    return cluster.bills().accepts(cluster.job(job.id()), group);
  }

  @Override
  public boolean hasHostResources(JobView job, int node) {
    return cluster.fleet().hasHostResources(node, job.demand());
  }

  @Override
  public boolean canShare(JobView job, int node, int gpu, int milli) {
    return cluster.fleet().hasShare(node, gpu, milli, Fleet.megabytes(job.demand()))
        && hasHostResources(job, node)
        && cluster.fleet().quotaAllows(job.virtualCluster(), milli)
        && cluster.rates().wouldRun(cluster.job(job.id()), node, gpu);
  }

  @Override
  public boolean fits(JobView view) {
    Job job = cluster.job(view.id());
    if (!cluster.fleet().quotaAllows(job.virtualCluster(), job.demand().totalMilli())) {
      return false;
    }
    for (int group : cluster.tenant(job.virtualCluster()).groupArray) {
      if (cluster.bills().accepts(job, group) && fits(job, cluster.fleet().group(group))) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(Job job, NodeGroupView group) {
    Demand demand = job.demand();
    if (!demand.wholeGpus()) {
      return fitsShared(job, group);
    }
    boolean spans = demand.spanning() != Spanning.ONE_NODE && demand.gpus() > 1;
    int perNode = spans ? 1 : demand.gpus();
    if (spans && group.freeGpus() < demand.gpus()) {
      return false;
    }
    for (int node = group.firstWithFree(perNode);
        node >= 0;
        node = group.nextWithFree(perNode, node)) {
      if (hasHostResources(job, node)) {
        return true;
      }
    }
    return false;
  }

  private boolean fitsShared(Job job, NodeGroupView group) {
    for (int i = 0; i < group.nodeCount(); i++) {
      NodeView node = cluster.fleet().node(group.node(i));
      for (int gpu = 0; gpu < node.spec().gpuCount(); gpu++) {
        if (canShare(job, node.index(), gpu, job.demand().milliPerGpu())) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void take(JobView job, Placement placement) {
    Allocation allocation = cluster.resolver().resolve(cluster.job(job.id()), placement);
    if (!cluster.fleet().take(allocation)) {
      throw new IllegalDecisionException(
          "Job " + job.name() + " cannot be planned at " + placement + ": not free.");
    }
    push(allocation, placement);
  }

  @Override
  public void release(JobView job) {
    Allocation allocation = cluster.job(job.id()).allocation;
    if (allocation == null) {
      allocation = planned(job);
    } else {
      releasedJobs.set(job.id());
    }
    cluster.fleet().give(allocation);
    push(allocation, null);
  }

  /** What a job holds, or has been given in this plan; null if neither. */
  @Nullable Allocation given(int id) {
    for (int i = size - 1; i >= 0; i--) {
      if (allocationArray[i].job() == id) {
        return placementArray[i] == null ? null : allocationArray[i];
      }
    }
    Job job = cluster.job(id);
    return job == null ? null : job.allocation;
  }

  /** What a job that is to start now has been given in this plan. */
  private Allocation planned(JobView job) {
    for (int i = size - 1; i >= 0; i--) {
      if (allocationArray[i].job() == job.id() && placementArray[i] != null) {
        return allocationArray[i];
      }
    }
    throw new IllegalDecisionException(
        "Job " + job.name() + " holds nothing to release: it is " + job.state() + ".");
  }

  @Override
  public boolean holds(JobView job) {
    return job.state().holdsGpus() && !releasedJobs.get(job.id());
  }

  @Override
  public boolean canHold(JobView job) {
    Allocation allocation = cluster.job(job.id()).allocation;
    return cluster.fleet().canTakeBack(allocation)
        && cluster.rates().wouldRun(cluster.job(job.id()), allocation);
  }

  @Override
  public boolean hold(JobView job) {
    if (!canHold(job)) {
      return false;
    }
    Allocation allocation = cluster.job(job.id()).allocation;
    cluster.fleet().takeBack(allocation);
    releasedJobs.clear(job.id());
    push(allocation, HELD);
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // a mark, not a value
  private boolean isHold(int entry) {
    return placementArray[entry] == HELD;
  }

  /** Marks the entry of a hold: a take that no action will recall. */
  private static final Placement HELD = Placement.whole(0, 0);

  private void push(Allocation allocation, Placement placement) {
    if (size == allocationArray.length) {
      allocationArray = Arrays.copyOf(allocationArray, size * 2);
      placementArray = Arrays.copyOf(placementArray, size * 2);
    }
    allocationArray[size] = allocation;
    placementArray[size++] = placement;
  }

  @Override
  public int mark() {
    return size;
  }

  @Override
  public void undo(int mark) {
    while (size > mark) {
      size--;
      Allocation allocation = allocationArray[size];
      if (placementArray[size] == null) {
        cluster.fleet().takeBack(allocation);
        releasedJobs.clear(allocation.job());
      } else {
        cluster.fleet().give(allocation);
        if (isHold(size)) {
          releasedJobs.set(allocation.job());
        }
      }
    }
  }

  /**
   * The decision is made. If it is to start exactly what was planned, what the plan took stays
   * taken; otherwise everything is undone. Either way {@link #recall} tells what was planned.
   *
   * @return whether the takes were kept
   */
  boolean close(List<Action> actions) {
    recallSize = size;
    recallPosition = 0;
    if (isPlanOf(actions)) {
      size = 0;
      return true;
    }
    undo(0);
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // equal placements of two jobs are two entries
  private boolean isPlanOf(List<Action> actions) {
    if (actions.size() != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!(actions.get(i) instanceof Action.Start start)
          || start.placement() != placementArray[i]
          || start.job() != allocationArray[i].job()
          || cluster.job(start.job()).state != JobState.QUEUED) {
        return false;
      }
    }
    return true;
  }

  /**
   * The allocation that was planned for this very placement, or null; asked for in the order of
   * planning.
   */
  @SuppressWarnings("ReferenceEquality") // equal placements of two jobs are two entries
  Allocation recall(Placement placement) {
    for (int i = recallPosition; i < recallSize; i++) {
      if (placementArray[i] == placement) {
        recallPosition = i + 1;
        return allocationArray[i];
      }
    }
    return null;
  }
}
