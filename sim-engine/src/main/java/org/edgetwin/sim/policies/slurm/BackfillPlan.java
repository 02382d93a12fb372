package org.edgetwin.sim.policies.slurm;

import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.policies.Profile;
import org.edgetwin.sim.scheduling.ClusterView;

/**
 * Free GPUs over the time to come, of each node group, in one backfill pass: what running jobs are
 * expected to give back, less what tested jobs have been promised.
 *
 * <p>Ends of running jobs are rounded up to the resolution. A job that has outrun its limit is
 * expected to end at once.
 */
final class BackfillPlan {
  /** Where and when a job may run; the start is infinite if it may not. */
  record Slot(int group, double start, double end) {}

  private static final Slot NEVER = new Slot(-1, Double.POSITIVE_INFINITY, 0);

  private final ClusterView view;
  private final double resolutionSeconds;
  private final Profile[] profileByGroup;

  /**
   * What running jobs leave.
   *
   * @param resolutionSeconds to which ends are rounded up; 0 for not at all
   */
  BackfillPlan(ClusterView view, double resolutionSeconds) {
    this.view = view;
    this.resolutionSeconds = resolutionSeconds;
    profileByGroup = new Profile[view.groupCount()];
    for (int i = 0; i < profileByGroup.length; i++) {
      int free = Math.min(view.group(i).freeGpus(), view.freeGpus());
      profileByGroup[i] = new Profile(view.now(), free);
    }
    view.forEachRunning(
        id -> {
          JobView job = view.job(id);
          giveBack(job, job.nodeGroup(), view.predictedEnd(job));
        });
  }

  /** A job that the main pass has just started gives its GPUs back one day. */
  void started(JobView job, int groupIndex) {
    double duration = duration(job, view.group(position(groupIndex)));
    giveBack(job, groupIndex, view.now() + duration);
  }

  private void giveBack(JobView job, int groupIndex, double expectedEnd) {
    double end = Math.max(Math.nextUp(view.now()), expectedEnd);
    if (end < Double.POSITIVE_INFINITY) {
      double seen =
          resolutionSeconds == 0
              ? end
              : Math.max(end, Math.ceil(end / resolutionSeconds) * resolutionSeconds);
      profileByGroup[position(groupIndex)].change(seen, Double.POSITIVE_INFINITY, job.gpus());
    }
  }

  private int position(int groupIndex) {
    for (int i = 0; i < profileByGroup.length; i++) {
      if (view.group(i).index() == groupIndex) {
        return i;
      }
    }
    throw new IllegalStateException("Group " + groupIndex + " is not in view.");
  }

  /** Where the job would end first; the earliest slot there. */
  Slot earliest(JobView job) {
    Slot best = null;
    for (int i = 0; i < profileByGroup.length; i++) {
      NodeGroupView group = view.group(i);
      if (!view.plan().accepts(job, group.index())) {
        continue;
      }
      double duration = duration(job, group);
      double start = profileByGroup[i].earliest(job.gpus(), duration);
      boolean better = best == null || start + duration < best.end();
      if (start < Double.POSITIVE_INFINITY && better) {
        best = new Slot(i, start, start + duration);
      }
    }
    return best == null ? NEVER : best;
  }

  private double duration(JobView job, NodeGroupView group) {
    return view.predictedDuration(job, group, job.gpus() > group.maxGpusPerNode());
  }

  /** What starting now in a group would take; the start is later if a promise is in the way. */
  Slot now(JobView job, int groupIndex) {
    int position = position(groupIndex);
    double duration = duration(job, view.group(position));
    double start = profileByGroup[position].earliest(job.gpus(), duration);
    return new Slot(position, start, start + duration);
  }

  void promise(JobView job, Slot slot) {
    profileByGroup[slot.group()].change(slot.start(), slot.end(), -job.gpus());
  }
}
