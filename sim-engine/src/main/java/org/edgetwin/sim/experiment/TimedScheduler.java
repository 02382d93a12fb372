package org.edgetwin.sim.experiment;

import java.util.List;
import java.util.Set;
import org.edgetwin.sim.job.JobView;
import org.edgetwin.sim.optimize.SolverMeter;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.ScoreTerm;
import org.jspecify.annotations.Nullable;

/** A scheduler with a stop watch beside it; decides exactly as without. */
final class TimedScheduler implements Scheduler {
  private final Scheduler scheduler;
  private final DecisionTimer timer;

  TimedScheduler(Scheduler scheduler, DecisionTimer timer) {
    this.scheduler = scheduler;
    this.timer = timer;
  }

  @Override
  public Decision decide(ClusterView view) {
    if (!timer.countsAsSampled()) {
      return scheduler.decide(view);
    }
    long begin = System.nanoTime();
    Decision decision = scheduler.decide(view);
    timer.record(System.nanoTime() - begin);
    return decision;
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    scheduler.on(notice, view);
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return scheduler.listensTo();
  }

  @Override
  public List<ScoreTerm> terms(JobView job, ClusterView view) {
    return scheduler.terms(job, view);
  }

  @Override
  public @Nullable SolverMeter solverMeter() {
    return scheduler.solverMeter();
  }

  @Override
  public Knowledge knowledge() {
    return scheduler.knowledge();
  }

  @Override
  public Set<Capability> needs() {
    return scheduler.needs();
  }

  @Override
  public Scheduler copy() {
    return new TimedScheduler(scheduler.copy(), timer);
  }
}
