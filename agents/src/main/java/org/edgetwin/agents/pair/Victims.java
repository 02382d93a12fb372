package org.edgetwin.agents.pair;

import java.util.Arrays;
import org.edgetwin.sim.fleet.NodeView;
import org.edgetwin.sim.fleet.VirtualCluster;
import org.edgetwin.sim.job.Demand;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.NodeCalendar;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * The running jobs that would have to leave a node for another one: those of lower scores, lowest
 * first. Whole GPUs come free only if all who share one leave; for a share one job leaves.
 */
final class Victims {
  private final Roster roster;
  private final NodeCalendar calendar;
  private final Openings.Progress progress;
  private int[] rows = new int[8];
  private int count;
  private int[] others = new int[4];

  /** What the victims found so far give back on the node; the quota may get less. */
  private int gpus;

  private int quotaGpus;
  private int cpu;
  private int memory;

  Victims(Roster roster, NodeCalendar calendar, Openings.Progress progress) {
    this.roster = roster;
    this.calendar = calendar;
    this.progress = progress;
  }

  /** Whether a job may have to leave: it has GPUs and its turn has not been. */
  boolean mayLose(int row) {
    return row >= 0 && !progress.queued[row] && !progress.picked[row];
  }

  /**
   * Whether a job finds room on a node if some leave; {@link #row} names them. For a share it may
   * turn out that the room is reserved.
   */
  boolean find(int row, int column, float[] scores) {
    count = 0;
    return roster.job(row).demand().wholeGpus()
        ? findForGang(row, column, scores)
        : findForShare(row, column, scores);
  }

  private boolean findForGang(int row, int column, float[] scores) {
    NodeView node = roster.node(column);
    ClusterView view = roster.view();
    JobView job = roster.job(row);
    gpus = node.freeGpus();
    quotaGpus = view.freeGpus();
    cpu = node.freeCpuMilli();
    memory = node.freeMemoryMib();
    while (gpus < job.gpus()
        || cpu < job.demand().cpuMilli()
        || memory < job.demand().memoryMib()) {
      int next = lowestBelow(node, scores[row], scores);
      if (next < 0) {
        return false;
      }
      if (roster.job(next).demand().wholeGpus()) {
        add(next);
        gpus += view.gpusOn(roster.job(next), node.index());
        quotaGpus += roster.job(next).gpus();
      } else {
        addSharersWith(next, node);
      }
    }
    return count > 0 && job.gpus() <= quotaGpus;
  }

  private void add(int row) {
    if (count == rows.length) {
      rows = Arrays.copyOf(rows, 2 * count);
    }
    rows[count++] = row;
    JobView victim = roster.job(row);
    if (roster.view().nodesOf(victim).length == 1) {
      cpu += victim.demand().cpuMilli();
      memory += victim.demand().memoryMib();
    }
  }

  /** Adds a job and all who share its GPU, which comes free then. */
  private void addSharersWith(int row, NodeView node) {
    int milli = 0;
    for (int resident : node.residents(gpuOf(roster.job(row), node))) {
      add(roster.rowOf(resident));
      milli += roster.job(roster.rowOf(resident)).demand().milliPerGpu();
    }
    gpus++;
    boolean limited =
        roster.view().fleet().virtualCluster(roster.view().virtualCluster()).quotaGpus()
            != VirtualCluster.NO_QUOTA;
    quotaGpus += limited ? milli / Demand.WHOLE_GPU : 1;
  }

  private int gpuOf(JobView sharer, NodeView node) {
    int gpu = 0;
    while (!roster.view().holdsGpu(sharer, node.index(), gpu)) {
      gpu++;
    }
    return gpu;
  }

  private int lowestBelow(NodeView node, float bound, float[] scores) {
    int lowest = -1;
    for (JobView other : calendar.running(node.index())) {
      int row = roster.rowOf(other.id());
      if (mayLose(row)
          && scores[row] < bound
          && (lowest < 0 || scores[row] < scores[lowest])
          && !isVictim(row)
          && (other.demand().wholeGpus() || allBelow(other, node, bound, scores))) {
        lowest = row;
      }
    }
    return lowest;
  }

  private boolean allBelow(JobView sharer, NodeView node, float bound, float[] scores) {
    for (int resident : node.residents(gpuOf(sharer, node))) {
      int row = roster.rowOf(resident);
      if (!mayLose(row) || !(scores[row] < bound)) {
        return false;
      }
    }
    return true;
  }

  private boolean isVictim(int row) {
    for (int i = 0; i < count; i++) {
      if (rows[i] == row) {
        return true;
      }
    }
    return false;
  }

  /** The lowest job whose GPU would have room for the share, beside those who stay there. */
  private boolean findForShare(int row, int column, float[] scores) {
    NodeView node = roster.node(column);
    int lowest = -1;
    for (JobView other : calendar.running(node.index())) {
      int candidate = roster.rowOf(other.id());
      if (mayLose(candidate)
          && scores[candidate] < scores[row]
          && (lowest < 0 || scores[candidate] < scores[lowest])
          && leavesRoom(other, roster.job(row), node)) {
        lowest = candidate;
      }
    }
    if (lowest >= 0) {
      add(lowest);
    }
    return lowest >= 0;
  }

  private boolean leavesRoom(JobView victim, JobView job, NodeView node) {
    Demand wanted = job.demand();
    Demand given = victim.demand();
    if (given.milliPerGpu() < wanted.milliPerGpu()
        || node.freeCpuMilli() + given.cpuMilli() < wanted.cpuMilli()
        || node.freeMemoryMib() + given.memoryMib() < wanted.memoryMib()) {
      return false;
    }
    return given.wholeGpus() || fitsBesideRest(victim, job, node);
  }

  /** Whether the job and those who share the victim's GPU would all make progress. */
  private boolean fitsBesideRest(JobView victim, JobView job, NodeView node) {
    ClusterView view = roster.view();
    int[] residents = node.residents(gpuOf(victim, node));
    if (others.length < residents.length) {
      others = new int[2 * residents.length];
    }
    int rest = 0;
    for (int resident : residents) {
      if (resident != victim.id()) {
        others[rest++] = resident;
      }
    }
    boolean fits = view.gpuRetained(job, node.index(), others, rest) > 0;
    for (int i = 0; i < rest && fits; i++) {
      int resident = others[i];
      others[i] = job.id();
      fits = view.gpuRetained(view.job(resident), node.index(), others, rest) > 0;
      others[i] = resident;
    }
    return fits;
  }

  int count() {
    return count;
  }

  /** The row of the i-th job that was found. */
  int row(int i) {
    return rows[i];
  }
}
