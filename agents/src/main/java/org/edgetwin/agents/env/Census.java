package org.edgetwin.agents.env;

import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.EngineNotice;

/**
 * How many jobs are in the system and how long the queued ones have been there, kept up from
 * notices: a few additions for each, however many jobs there are.
 */
final class Census {
  private int jobs;
  private int queued;

  /** Sum of the queued jobs' ages at {@link #time}, seconds. */
  private double ages;

  private double time;

  void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      jobs++;
      changeQueue(view.job(arrived.job()), 1, view.now());
    } else if (notice instanceof EngineNotice.JobStarted started) {
      changeQueue(view.job(started.job()), -1, view.now());
    } else if (notice instanceof EngineNotice.JobPreempted preempted) {
      changeQueue(view.job(preempted.job()), 1, view.now());
    } else if (notice instanceof EngineNotice.JobRequeued requeued) {
      changeQueue(view.job(requeued.job()), 1, view.now());
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      jobs--;
      if (ended.wasQueued()) {
        changeQueue(view.job(ended.job()), -1, view.now());
      }
    }
  }

  private void changeQueue(JobView job, int change, double now) {
    ages = queuedAges(now) + change * (now - job.submitTime());
    queued += change;
    time = now;
    if (queued == 0) {
      // What rounding has left over ends with the queue.
      ages = 0;
    }
  }

  /** Jobs submitted that have not ended. */
  int jobs() {
    return jobs;
  }

  int queued() {
    return queued;
  }

  /** Sum over the queued jobs of the seconds since their submission. */
  double queuedAges(double now) {
    return ages + queued * (now - time);
  }

  Census copy() {
    Census copy = new Census();
    copy.jobs = jobs;
    copy.queued = queued;
    copy.ages = ages;
    copy.time = time;
    return copy;
  }
}
