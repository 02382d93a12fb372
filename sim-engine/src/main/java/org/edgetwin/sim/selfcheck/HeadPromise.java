package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;

/**
 * Watches another scheduler in a pool: whenever a job is the oldest in the queue, it works out when
 * the job could start if the running jobs ended as expected and nobody else started, and counts
 * those that then start later.
 */
final class HeadPromise implements Scheduler {
  private static final double ROUNDING_SECONDS = 1e-9;

  private final Scheduler watched;
  private final Set<EngineNotice.Kind> watchedKinds;
  private final TreeSet<Integer> queue = new TreeSet<>();
  private int promisedJob = -1;
  private double promise;
  private int promises;
  private int delays;

  HeadPromise(Scheduler watched) {
    this.watched = watched;
    watchedKinds = watched.listensTo();
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      queue.add(arrived.job());
    } else if (notice instanceof EngineNotice.JobStarted started) {
      queue.remove(started.job());
      if (started.job() == promisedJob && view.now() > promise + ROUNDING_SECONDS) {
        delays++;
      }
    }
    if (watchedKinds.contains(notice.kind())) {
      watched.on(notice, view);
    }
  }

  @Override
  public Decision decide(ClusterView view) {
    if (!queue.isEmpty() && queue.first() != promisedJob) {
      promisedJob = queue.first();
      promise = earliestStart(view.job(promisedJob), view);
      promises++;
    }
    return watched.decide(view);
  }

  private static double earliestStart(JobView head, ClusterView view) {
    List<JobView> running = new ArrayList<>();
    view.forEachRunning(job -> running.add(view.job(job)));
    running.sort(Comparator.comparingDouble(view::predictedEnd));
    int free = view.freeGpus();
    double time = view.now();
    for (JobView job : running) {
      if (free >= head.gpus()) {
        break;
      }
      free += job.gpus();
      time = view.predictedEnd(job);
    }
    return time;
  }

  /** Jobs that were the oldest in the queue. */
  int promises() {
    return promises;
  }

  /** Those of them that started later than they could have. */
  int delays() {
    return delays;
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    Set<EngineNotice.Kind> kinds =
        EnumSet.of(EngineNotice.Kind.JOB_ARRIVED, EngineNotice.Kind.JOB_STARTED);
    kinds.addAll(watchedKinds);
    return kinds;
  }

  @Override
  public Knowledge knowledge() {
    return watched.knowledge().and(Knowledge.of(DurationKnowledge.ORACLE));
  }

  @Override
  public Set<Capability> needs() {
    return watched.needs();
  }

  @Override
  public Scheduler copy() {
    HeadPromise copy = new HeadPromise(watched.copy());
    copy.queue.addAll(queue);
    copy.promisedJob = promisedJob;
    copy.promise = promise;
    copy.promises = promises;
    copy.delays = delays;
    return copy;
  }
}
