package org.edgetwin.sim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.edgetwin.sim.scheduling.Action;
import org.edgetwin.sim.scheduling.Capability;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.Decision;
import org.edgetwin.sim.scheduling.Knowledge;
import org.edgetwin.sim.scheduling.Scheduler;

/** Does what it was told at given instants, and nothing else. */
final class ScriptedScheduler implements Scheduler {
  private final TreeMap<Double, List<Action>> actionsByTime;

  ScriptedScheduler() {
    this(new TreeMap<>());
  }

  private ScriptedScheduler(Map<Double, List<Action>> actionsByTime) {
    this.actionsByTime = new TreeMap<>(actionsByTime);
  }

  ScriptedScheduler at(double time, Action... actions) {
    actionsByTime.put(time, List.of(actions));
    return this;
  }

  @Override
  public Decision decide(ClusterView view) {
    List<Action> actions = new ArrayList<>();
    while (!actionsByTime.isEmpty() && actionsByTime.firstKey() <= view.now()) {
      actions.addAll(actionsByTime.pollFirstEntry().getValue());
    }
    return new Decision(
        actions, actionsByTime.isEmpty() ? Double.POSITIVE_INFINITY : actionsByTime.firstKey());
  }

  @Override
  public Knowledge knowledge() {
    return Knowledge.NONE;
  }

  @Override
  public Set<Capability> needs() {
    return Set.of();
  }

  @Override
  public Scheduler copy() {
    return new ScriptedScheduler(actionsByTime);
  }
}
