package org.edgetwin.agents.pair;

import java.util.Arrays;
import org.edgetwin.sim.fleet.NodeState;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.NodeCalendar;
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
  }

  private final Roster roster;
  private final NodeCalendar calendar;
  private final Progress progress;
  private final boolean preemptive;
  private boolean[] free = new boolean[0];
  private boolean[] evictable = new boolean[0];
  private int[] victims = new int[8];
  private int victimCount;

  Openings(Roster roster, NodeCalendar calendar, Progress progress, boolean preemptive) {
    this.roster = roster;
    this.calendar = calendar;
    this.progress = progress;
    this.preemptive = preemptive;
  }

  /** Looks at every node for free GPUs. */
  void begin() {
    int cells = roster.jobCount() * roster.nodeCount();
    if (free.length < cells) {
      free = new boolean[2 * cells];
      evictable = new boolean[2 * cells];
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
      free[row * roster.nodeCount() + column] =
          up
              && duration < Double.POSITIVE_INFINITY
              && node.freeGpus() >= job.gpus()
              && (progress.queued[row] || (preemptive && view.gpusOn(job, node.index()) == 0))
              && calendar.isFree(job, node, duration, view);
    }
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
        lowest = mayLose(row) ? Math.min(lowest, scores[row]) : lowest;
      }
      for (int row = 0; row < roster.jobCount(); row++) {
        evictable[row * roster.nodeCount() + column] =
            scores[row] > lowest
                && progress.queued[row]
                && !progress.picked[row]
                && roster.duration(row, column) < Double.POSITIVE_INFINITY
                && findVictims(row, column, scores);
      }
    }
  }

  private boolean mayLose(int row) {
    return row >= 0 && !progress.queued[row] && !progress.picked[row];
  }

  /**
   * Whether a job finds room on a node if running jobs of lower scores leave, lowest first; {@link
   * #victim} names them.
   */
  boolean findVictims(int row, int column, float[] scores) {
    NodeView node = roster.node(column);
    ClusterView view = roster.view();
    JobView job = roster.job(row);
    victimCount = 0;
    int gpus = node.freeGpus();
    int lifted = 0;
    int cpu = node.freeCpuMilli();
    int memory = node.freeMemoryMib();
    while (gpus < job.gpus()
        || cpu < job.demand().cpuMilli()
        || memory < job.demand().memoryMib()) {
      int next = lowestBelow(node, scores[row], scores);
      if (next < 0) {
        return false;
      }
      if (victimCount == victims.length) {
        victims = Arrays.copyOf(victims, 2 * victimCount);
      }
      victims[victimCount++] = next;
      JobView victim = roster.job(next);
      gpus += view.gpusOn(victim, node.index());
      lifted += victim.gpus();
      if (view.nodesOf(victim).length == 1) {
        cpu += victim.demand().cpuMilli();
        memory += victim.demand().memoryMib();
      }
    }
    return victimCount > 0 && job.gpus() <= view.freeGpus() + lifted;
  }

  private int lowestBelow(NodeView node, float bound, float[] scores) {
    int lowest = -1;
    for (JobView other : calendar.running(node.index())) {
      int row = roster.rowOf(other.id());
      if (mayLose(row)
          && scores[row] < bound
          && (lowest < 0 || scores[row] < scores[lowest])
          && !isVictim(row)) {
        lowest = row;
      }
    }
    return lowest;
  }

  private boolean isVictim(int row) {
    for (int i = 0; i < victimCount; i++) {
      if (victims[i] == row) {
        return true;
      }
    }
    return false;
  }

  int victimCount() {
    return victimCount;
  }

  /** The row of the i-th job that {@link #findVictims} found. */
  int victim(int i) {
    return victims[i];
  }

  /** Whether GPUs are free for a job on a node. */
  boolean isFree(int row, int column) {
    return free[row * roster.nodeCount() + column];
  }

  /** Whether jobs of lower scores on a node could make room. */
  boolean isEvictable(int row, int column) {
    return evictable[row * roster.nodeCount() + column];
  }

  /** The shortest duration on a node that is free for a job; infinite if none is. */
  double bestFreeDuration(int row) {
    double best = Double.POSITIVE_INFINITY;
    for (int column = 0; column < roster.nodeCount(); column++) {
      if (isFree(row, column)) {
        best = Math.min(best, roster.duration(row, column));
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
