package org.edgetwin.sim.engine;

import org.edgetwin.sim.job.Recovery;

/** Finds out what comes next for a job that holds GPUs, and when. */
final class NextMilestone {
  /**
   * A checkpoint that falls due at the very end of a job is not taken; a sum of doubles may come
   * out a little before the end.
   */
  private static final double CLOCK_RESOLUTION_SECONDS = 1e-6;

  /** Work left that no lease ends before, in steps: a sum of doubles may leave it over. */
  private static final double STEP_RESOLUTION = 1e-6;

  private final Job job;
  private final double now;
  private Milestone kind;
  private double time;

  private NextMilestone(Job job, double now) {
    this.job = job;
    this.now = now;
  }

  static void schedule(Job job, double now) {
    new NextMilestone(job, now).schedule();
  }

  private void schedule() {
    Recovery recovery = job.spec.recovery();
    switch (job.state) {
      case STAGING -> set(Milestone.STAGED, Double.POSITIVE_INFINITY);
      case RESTARTING -> set(Milestone.RESTARTED, now + recovery.restartSeconds());
      case CHECKPOINTING -> set(Milestone.CHECKPOINTED, now + recovery.checkpointSeconds());
      case PAUSED -> set(Milestone.LEASE_ENDED, Double.POSITIVE_INFINITY);
      default -> findNextOfRunning();
    }
    double limit =
        job.terms().limitEnforced()
            ? job.lastStartTime + job.terms().limitSeconds()
            : Double.POSITIVE_INFINITY;
    if (limit < time) {
      set(Milestone.LIMIT_REACHED, Math.max(now, limit));
    }
    job.scheduleAt(kind, time);
  }

  private void findNextOfRunning() {
    set(Milestone.COMPLETED, now + (job.spec.workSeconds() - job.doneWork) / job.rate);
    if (job.elastic != null && job.elastic.efficiencyWillChange(job.doneWork)) {
      set(Milestone.EFFICIENCY_CHANGES, now + (job.elastic.nextChange() - job.doneWork) / job.rate);
    }
    double interval = job.checkpointInterval;
    double due = now + (interval - job.unsavedSeconds);
    if (interval > 0 && due < time - CLOCK_RESOLUTION_SECONDS) {
      set(Milestone.CHECKPOINT_DUE, Math.max(now, due));
    }
    if (job.leaseEnd < Double.POSITIVE_INFINITY) {
      considerLease();
    }
  }

  private void considerLease() {
    Recovery recovery = job.spec.recovery();
    double left = Math.max(0, job.leaseEnd - now);
    job.leaseWork = Math.max(job.doneWork, recovery.wholeSteps(job.doneWork + left * job.rate));
    double lastWork = job.spec.workSeconds() - STEP_RESOLUTION * recovery.stepSeconds();
    double end = now + (job.leaseWork - job.doneWork) / job.rate;
    if (job.leaseWork < lastWork && end < time) {
      set(Milestone.LEASE_ENDED, end);
    }
  }

  private void set(Milestone nextKind, double nextTime) {
    kind = nextKind;
    time = nextTime;
  }
}
