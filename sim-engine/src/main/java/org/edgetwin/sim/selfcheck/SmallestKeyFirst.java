package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Placement;
import org.edgetwin.sim.scheduling.Scheduler;

/**
 * Jobs for one GPU each in the order of a fixed key, ties in order of submission: the rules of
 * scheduling theory (Smith's ratio, due dates, longest first, priorities). Preemptive, it is for a
 * cluster of one GPU: an arrival with a smaller key takes it.
 */
final class SmallestKeyFirst implements Scheduler {
  /** A key that stays the same while the job is in the system. */
  interface Key {
    double of(JobView job, ClusterView view);
  }

  private record Waiting(double key, int job) {}

  private final Key key;
  private final boolean preemptive;
  private final TreeSet<Waiting> queue =
      new TreeSet<>(Comparator.comparingDouble(Waiting::key).thenComparingInt(Waiting::job));
  private Waiting latestStarted;

  SmallestKeyFirst(Key key, boolean preemptive) {
    this.key = key;
    this.preemptive = preemptive;
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      queue.add(new Waiting(key.of(view.job(arrived.job()), view), arrived.job()));
    }
  }

  @Override
  public Decision decide(ClusterView view) {
    List<Action> actions = new ArrayList<>();
    if (preemptive && view.runningCount() > 0 && !queue.isEmpty()) {
      makeRoom(view, actions);
    }
    while (!queue.isEmpty() && view.freeGpus() > 0) {
      latestStarted = queue.pollFirst();
      Placement placement = Placement.whole(view.group(0).firstWithFree(1), 1);
      view.plan().take(view.job(latestStarted.job()), placement);
      actions.add(new Action.Start(latestStarted.job(), placement));
    }
    return Decision.of(actions);
  }

  private void makeRoom(ClusterView view, List<Action> actions) {
    if (queue.first().key() < latestStarted.key()) {
      view.plan().release(view.job(latestStarted.job()));
      actions.add(new Action.Preempt(latestStarted.job()));
      queue.add(latestStarted);
    }
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return EnumSet.of(EngineNotice.Kind.JOB_ARRIVED);
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.of(DurationKnowledge.ORACLE);
  }

  @Override
  public Set<Capability> needs() {
    return preemptive ? EnumSet.of(Capability.PREEMPT) : EnumSet.noneOf(Capability.class);
  }

  @Override
  public Scheduler copy() {
    SmallestKeyFirst copy = new SmallestKeyFirst(key, preemptive);
    copy.queue.addAll(queue);
    copy.latestStarted = latestStarted;
    return copy;
  }
}
