package org.edgetwin.sim.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Another scheduler that now and then drains a node, and opens it again a little later. */
final class DrainingScheduler implements Scheduler {
  private static final int PERIOD = 8;
  private final Scheduler inner;
  private final int nodes;
  private int decisions;

  DrainingScheduler(Scheduler inner, int nodes) {
    this.inner = inner;
    this.nodes = nodes;
  }

  @Override
  public Decision decide(ClusterView view) {
    Decision decision = inner.decide(view);
    int node = decisions / PERIOD % nodes;
    int phase = decisions++ % PERIOD;
    List<Action> actions = new ArrayList<>(decision.actions());
    if (phase == 1) {
      actions.add(new Action.Drain(node));
    } else if (phase == 4) {
      actions.add(new Action.Undrain(node));
    }
    // Until a node is open again, and just after, nothing else may happen that asks for a decision.
    boolean shut = phase >= 1 && phase <= 4;
    return new Decision(
        actions, shut ? Math.min(decision.wakeAt(), view.now() + 100) : decision.wakeAt());
  }

  @Override
  public void on(EngineNotice notice, ClusterView view) {
    inner.on(notice, view);
  }

  @Override
  public Set<EngineNotice.Kind> listensTo() {
    return inner.listensTo();
  }

  @Override
  public Knowledge knowledge() {
    return inner.knowledge();
  }

  @Override
  public Set<Capability> needs() {
    return inner.needs();
  }

  @Override
  public Scheduler copy() {
    DrainingScheduler copy = new DrainingScheduler(inner.copy(), nodes);
    copy.decisions = decisions;
    return copy;
  }
}
