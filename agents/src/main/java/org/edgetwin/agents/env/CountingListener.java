package org.edgetwin.agents.env;

import java.util.EnumSet;
import java.util.Set;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;

/** Hears for a scheduler what it wants to hear, and for a census whatever moves a job. */
final class CountingListener implements Scheduler {
  private final Scheduler scheduler;
  private final Census census;
  private final Set<EngineNotice.Kind> wanted;

  CountingListener(Scheduler scheduler, Census census) {
    this.scheduler = scheduler;
    this.census = census;
    wanted = EnumSet.noneOf(EngineNotice.Kind.class);
    wanted.addAll(scheduler.listensTo());
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    census.on(notice, view);
    if (wanted.contains(notice.kind())) {
      scheduler.on(notice, view);
    }
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    EnumSet<EngineNotice.Kind> kinds =
        EnumSet.range(EngineNotice.Kind.JOB_ARRIVED, EngineNotice.Kind.JOB_ENDED);
    kinds.addAll(wanted);
    return kinds;
  }

  @Override
  public Decision decide(ClusterView view) {
    return scheduler.decide(view);
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
    throw new UnsupportedOperationException("A fork wraps the copies of its schedulers itself.");
  }
}
