package org.edgetwin.sim.policies;

import java.util.Arrays;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * Looks for the GPU of a node that is best for a job that needs a share of one: where the time that
 * the job takes there and the time that it costs the others there are least. Both follow from what
 * jobs are known to keep of their speed beside each other. When one of two is predicted to end, the
 * other is taken to be alone from then on.
 *
 * <p>Ties: the GPU of which least is left, then the lowest. GPUs that jobs of other virtual
 * clusters share are left out: nothing is predicted of those. Complexity: O(GPUs x jobs on each).
 * Not thread-safe.
 */
public final class SharedGpus {
  /** Whichever GPU of the node is free by then. */
  public static final int ANY = -1;

  private final NodeCalendar calendar;
  private final boolean liftedReturn;

  /** Those who would be on the GPU in question. */
  private int[] others = new int[4];

  private int otherCount;
  private final int[] pair = new int[1];

  private int gpu;
  private int free;
  private double start;
  private double duration;
  private double cost;
  private double retained;

  /**
   * A search over a calendar.
   *
   * @param liftedReturn whether jobs that held a share when the pass began, but hold nothing in the
   *     plan, return to their GPU if there is room
   */
  public SharedGpus(NodeCalendar calendar, boolean liftedReturn) {
    this.calendar = calendar;
    this.liftedReturn = liftedReturn;
  }

  /**
   * Looks for a GPU on which a queued job could start now.
   *
   * @param alone seconds that it would take on the node with a GPU of its own; finite
   * @return whether there is one; the other methods then describe it
   */
  public boolean findNow(JobView job, NodeView node, double alone, ClusterView view) {
    gpu = ANY;
    start = Double.POSITIVE_INFINITY;
    int milli = job.demand().milliPerGpu();
    for (int candidate = 0; candidate < node.spec().gpuCount(); candidate++) {
      if (node.freeMilli(candidate) >= milli
          && view.plan().canShare(job, node.index(), candidate, milli)) {
        weighNow(job, node, candidate, alone, view);
      }
    }
    return gpu != ANY;
  }

  private void weighNow(JobView job, NodeView node, int candidate, double alone, ClusterView view) {
    int left = node.freeMilli(candidate);
    otherCount = 0;
    for (int resident : node.residents(candidate)) {
      if (view.job(resident).virtualCluster() != view.virtualCluster()) {
        return;
      }
      add(resident);
    }
    int driven = 0;
    if (liftedReturn) {
      for (JobView lifted : calendar.running(node.index())) {
        if (view.holdsGpu(lifted, node.index(), candidate)
            && lifted.id() != job.id()
            && !view.plan().holds(lifted)
            && view.plan().canHold(lifted)) {
          int milli = lifted.demand().milliPerGpu();
          boolean returns =
              left - milli >= job.demand().milliPerGpu() && joins(lifted, job, node, view);
          left -= returns ? milli : 0;
          driven += returns ? 0 : 1;
        }
      }
    }
    weigh(job, node, candidate, left, view.now(), alone, driven, view);
  }

  /** Adds a job to the others unless somebody would stand still then. */
  private boolean joins(JobView other, JobView job, NodeView node, ClusterView view) {
    add(other.id());
    boolean joins = allProgress(job, node, view);
    otherCount -= joins ? 0 : 1;
    return joins;
  }

  private void add(int other) {
    if (otherCount == others.length) {
      others = Arrays.copyOf(others, 2 * otherCount);
    }
    others[otherCount++] = other;
  }

  private boolean allProgress(JobView job, NodeView node, ClusterView view) {
    boolean all = view.gpuRetained(job, node.index(), others, otherCount) > 0;
    for (int i = 0; i < otherCount && all; i++) {
      all = retainedWith(i, job, node, view) > 0;
    }
    return all;
  }

  /** What the i-th of the others keeps with the newcomer there. */
  private double retainedWith(int i, JobView job, NodeView node, ClusterView view) {
    int other = others[i];
    others[i] = job.id();
    double kept = view.gpuRetained(view.job(other), node.index(), others, otherCount);
    others[i] = other;
    return kept;
  }

  /** What the i-th of the others keeps without the newcomer. */
  private double retainedWithout(int i, NodeView node, ClusterView view) {
    int other = others[i];
    others[i] = others[otherCount - 1];
    double kept = view.gpuRetained(view.job(other), node.index(), others, otherCount - 1);
    others[i] = other;
    return kept;
  }

  /**
   * Looks for a GPU that has room later: one that all who are on it have left, or one of two that
   * share it.
   *
   * @return whether there is one; {@link #gpu} is {@link #ANY} if it is any GPU of the node
   */
  public boolean findLater(JobView job, NodeView node, double alone, ClusterView view) {
    gpu = ANY;
    start = calendar.earliest(job, node, alone, view);
    if (start <= Math.nextUp(view.now())) {
      // Some GPU is as good as free, and what that would cost is for findNow to say.
      start = Double.POSITIVE_INFINITY;
    }
    duration = alone;
    cost = 0;
    retained = 1;
    free = Demand.WHOLE_GPU;
    for (int candidate = 0; candidate < node.spec().gpuCount(); candidate++) {
      int[] residents = node.residents(candidate);
      if (residents.length == 2 && !calendar.isShareClaimed(node.index(), candidate, view)) {
        weighLater(job, node, candidate, residents, alone, view);
      }
    }
    return start < Double.POSITIVE_INFINITY;
  }

  private void weighLater(
      JobView job, NodeView node, int candidate, int[] residents, double alone, ClusterView view) {
    double first = calendar.end(residents[0], node.index(), view);
    double second = calendar.end(residents[1], node.index(), view);
    JobView stays = view.job(residents[first <= second ? 1 : 0]);
    double when = Math.max(Math.nextUp(view.now()), Math.min(first, second));
    int left = Demand.WHOLE_GPU - stays.demand().milliPerGpu();
    if (Math.max(first, second) == Double.POSITIVE_INFINITY
        || left < job.demand().milliPerGpu()
        || stays.demand().gpuMemoryGb() + job.demand().gpuMemoryGb()
            > node.spec().gpuModel().memoryGb()
        || !view.plan().hasHostResources(job, node.index())) {
      return;
    }
    otherCount = 0;
    add(stays.id());
    if (allProgress(job, node, view)) {
      weigh(job, node, candidate, left, when, alone, 0, view);
    }
  }

  /** Takes a GPU if it is better than the best so far and not spoken for. */
  private void weigh(
      JobView job,
      NodeView node,
      int candidate,
      int freeMilli,
      double when,
      double alone,
      int driven,
      ClusterView view) {
    double kept = view.gpuRetained(job, node.index(), others, otherCount);
    double taken = alone / kept;
    if (otherCount == 1) {
      pair[0] = job.id();
      double beside = view.gpuRetained(view.job(others[0]), node.index(), pair, 1);
      double left = Math.max(0, calendar.end(others[0], node.index(), view) - when) / beside;
      taken = left < taken ? left + alone - left * kept : taken;
    }
    double lost = driven * taken;
    for (int i = 0; i < otherCount; i++) {
      double left = Math.max(0, calendar.end(others[i], node.index(), view) - when);
      double slowed = retainedWith(i, job, node, view) / retainedWithout(i, node, view);
      lost += Math.min(left / slowed, taken) * (1 - slowed);
    }
    double total = when + taken + lost;
    double best = start + duration + cost;
    if ((total < best || (total == best && freeMilli < free))
        && calendar.isShareFree(node, candidate, when, when + taken, view)) {
      gpu = candidate;
      free = freeMilli;
      start = when;
      duration = taken;
      cost = lost;
      retained = kept;
    }
  }

  /** The GPU of the node, or {@link #ANY}. */
  public int gpu() {
    return gpu;
  }

  /** When the job could start there, seconds since the start of the run. */
  public double start() {
    return start;
  }

  /** Seconds that the job would take there. */
  public double duration() {
    return duration;
  }

  /** Seconds by which others would end later, added up. */
  public double cost() {
    return cost;
  }

  /** What the job would keep of its speed there as long as all stay. */
  public double retained() {
    return retained;
  }
}
