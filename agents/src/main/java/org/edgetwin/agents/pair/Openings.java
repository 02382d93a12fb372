package org.edgetwin.agents.pair;

import java.util.Arrays;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.NodeCalendar;
import org.edgetwin.sim.policies.SharedGpus;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * Where each job of a pass could start now: on free GPUs, or on those of jobs that come after it.
 */
final class Openings {
  /** What has become of each job in the pass so far. */
  static final class Progress {
    /** Whether it holds no GPUs in the plan. */
    boolean[] queued = new boolean[0];

    /** Whether its turn has been. */
    boolean[] picked = new boolean[0];

    void reset(Roster roster) {
      int n = roster.jobCount();
      if (queued.length < n) {
        queued = new boolean[2 * n];
        picked = new boolean[2 * n];
      }
      for (int row = 0; row < n; row++) {
        queued[row] = !roster.job(row).state().holdsGpus();
        picked[row] = false;
      }
    }

    /** Whether a job that ends by itself has GPUs in the plan. */
    boolean anyEnds(Roster roster) {
      for (int row = 0; row < roster.jobCount(); row++) {
        if (!queued[row] && roster.ends(roster.job(row))) {
          return true;
        }
      }
      return false;
    }
  }

  private final Roster roster;
  private final NodeCalendar calendar;
  private final Progress progress;
  private final Victims victims;
  private final SharedGpus shares;
  private final boolean preemptive;
  private boolean[] free = new boolean[0];
  private boolean[] evictable = new boolean[0];

  /** Predicted seconds of each free cell of a job that needs a share of a GPU. */
  private double[] shareDurations = new double[0];

  Openings(
      Roster roster,
      NodeCalendar calendar,
      Progress progress,
      Victims victims,
      SharedGpus shares,
      boolean preemptive) {
    this.roster = roster;
    this.calendar = calendar;
    this.progress = progress;
    this.victims = victims;
    this.shares = shares;
    this.preemptive = preemptive;
  }

  /** Looks at every node for free GPUs. */
  void begin() {
    int cells = roster.jobCount() * roster.nodeCount();
    if (free.length < cells) {
      free = new boolean[2 * cells];
      evictable = new boolean[2 * cells];
      shareDurations = new double[2 * cells];
    }
    for (int column = 0; column < roster.nodeCount(); column++) {
      refreshFree(column);
    }
  }

  /** Looks at one node again for free GPUs. */
  void refreshFree(int column) {
    NodeView node = roster.node(column);
    ClusterView view = roster.view();
    boolean up = node.state() == NodeState.UP;
    for (int row = 0; row < roster.jobCount(); row++) {
      double duration = roster.duration(row, column);
      JobView job = roster.job(row);
      int cell = row * roster.nodeCount() + column;
      if (!job.demand().wholeGpus()) {
        free[cell] = up && mayCome(row, node) && isShareFree(cell, job, node, duration);
        continue;
      }
      free[cell] =
          up
              && duration < Double.POSITIVE_INFINITY
              && node.freeGpus() >= job.gpus()
              && mayCome(row, node)
              && calendar.isFree(job, node, duration, view);
    }
  }

  private boolean mayCome(int row, NodeView node) {
    return progress.queued[row]
        || (preemptive && roster.view().gpusOn(roster.job(row), node.index()) == 0);
  }

  private boolean isShareFree(int cell, JobView job, NodeView node, double alone) {
    if (alone == Double.POSITIVE_INFINITY || !shares.findNow(job, node, alone, roster.view())) {
      return false;
    }
    shareDurations[cell] = shares.duration();
    return true;
  }

  /**
   * Looks at every node for jobs that others come before.
   *
   * @param scores of the jobs; those with GPUs may be preempted for higher ones
   */
  void refreshEvictable(float[] scores) {
    if (!preemptive) {
      return;
    }
    Arrays.fill(evictable, 0, roster.jobCount() * roster.nodeCount(), false);
    for (int column = 0; column < roster.nodeCount(); column++) {
      if (roster.node(column).state() != NodeState.UP) {
        continue;
      }
      float lowest = Float.POSITIVE_INFINITY;
      for (JobView job : calendar.running(roster.node(column).index())) {
        int row = roster.rowOf(job.id());
        lowest = victims.mayLose(row) ? Math.min(lowest, scores[row]) : lowest;
      }
      for (int row = 0; row < roster.jobCount(); row++) {
        evictable[row * roster.nodeCount() + column] =
            scores[row] > lowest
                && progress.queued[row]
                && !progress.picked[row]
                && roster.duration(row, column) < Double.POSITIVE_INFINITY
                && victims.find(row, column, scores);
      }
    }
  }

  /** Whether GPUs are free for a job on a node. */
  boolean isFree(int row, int column) {
    return free[row * roster.nodeCount() + column];
  }

  /** Whether jobs of lower scores on a node could make room, as {@link Victims} says. */
  boolean isEvictable(int row, int column) {
    return evictable[row * roster.nodeCount() + column];
  }

  private double freeDuration(int row, int column) {
    return roster.job(row).demand().wholeGpus()
        ? roster.duration(row, column)
        : shareDurations[row * roster.nodeCount() + column];
  }

  /** The shortest duration on a node that is free for a job; infinite if none is. */
  double bestFreeDuration(int row) {
    double best = Double.POSITIVE_INFINITY;
    for (int column = 0; column < roster.nodeCount(); column++) {
      if (isFree(row, column)) {
        best = Math.min(best, freeDuration(row, column));
      }
    }
    return best;
  }

  boolean anyEvictable(int row) {
    for (int column = 0; column < roster.nodeCount(); column++) {
      if (isEvictable(row, column)) {
        return true;
      }
    }
    return false;
  }
}
