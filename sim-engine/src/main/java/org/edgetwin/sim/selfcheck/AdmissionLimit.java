package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.EngineNotice;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;

/**
 * Turns an arrival away if so many jobs are in the system already, and leaves the rest to another
 * scheduler, which never hears of those turned away.
 */
final class AdmissionLimit implements Scheduler {
  private final Scheduler inner;
  private final int capacity;
  private final Set<EngineNotice.Kind> innerKinds;
  private final List<Action> refusals = new ArrayList<>();
  private int admitted;

  AdmissionLimit(Scheduler inner, int capacity) {
    this.inner = inner;
    this.capacity = capacity;
    innerKinds = inner.listensTo();
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    if (notice instanceof EngineNotice.JobArrived arrived) {
      if (admitted == capacity) {
        refusals.add(new Action.Cancel(arrived.job()));
        return;
      }
      admitted++;
    } else if (notice instanceof EngineNotice.JobEnded ended) {
      // Admitted jobs are never cancelled, so one that leaves from the queue was refused.
      if (ended.wasQueued()) {
        return;
      }
      admitted--;
    }
    if (innerKinds.contains(notice.kind())) {
      inner.on(notice, view);
    }
  }

  @Override
  public Decision decide(ClusterView view) {
    Decision decision = inner.decide(view);
    if (refusals.isEmpty()) {
      return decision;
    }
    List<Action> actions = new ArrayList<>(refusals);
    actions.addAll(decision.actions());
    refusals.clear();
    return new Decision(actions, decision.wakeAt());
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    Set<EngineNotice.Kind> kinds =
        EnumSet.of(EngineNotice.Kind.JOB_ARRIVED, EngineNotice.Kind.JOB_ENDED);
    kinds.addAll(innerKinds);
    return kinds;
  }

  @Override
  public Knowledge knowledge() {
    return inner.knowledge();
  }

  @Override
  public Set<Capability> needs() {
    Set<Capability> needs = EnumSet.of(Capability.CANCEL);
    needs.addAll(inner.needs());
    return needs;
  }

  @Override
  public Scheduler copy() {
    AdmissionLimit copy = new AdmissionLimit(inner.copy(), capacity);
    copy.refusals.addAll(refusals);
    copy.admitted = admitted;
    return copy;
  }
}
