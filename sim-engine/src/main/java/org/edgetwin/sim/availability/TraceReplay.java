package org.edgetwin.sim.availability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.gpu.reliability.LifeTrace;
import org.edgetwin.gpu.reliability.LifeTrace.Life;
import org.edgetwin.sim.fleet.Availability;
import org.edgetwin.sim.fleet.NodeState;

/** Pre-emption as a trace recorded it. */
public final class TraceReplay {
  private TraceReplay() {}

  /**
   * The planned changes of as many nodes as were ever alive at once: each life takes the first node
   * that is free. A node leaves when its life ends and is up again with the next; after the trace
   * nothing changes.
   */
  public static List<Availability.Planned> nodes(LifeTrace trace) {
    List<Slot> slots = new ArrayList<>();
    List<Life> lives = new ArrayList<>(trace.lifeList());
    lives.sort(Comparator.comparingDouble(Life::birthTime));
    for (Life life : lives) {
      Slot free =
          slots.stream()
              .filter(slot -> slot.freeFrom < life.birthTime())
              .findFirst()
              .orElseGet(
                  () -> {
                    Slot fresh = new Slot(life.birthTime() == 0);
                    slots.add(fresh);
                    return fresh;
                  });
      free.add(life);
    }
    return slots.stream()
        .map(slot -> new Availability.Planned(slot.initial, slot.changes))
        .toList();
  }

  private static final class Slot {
    private final List<Availability.Change> changes = new ArrayList<>();
    private final NodeState initial;
    private double freeFrom = -1;

    Slot(boolean upAtStart) {
      initial = upAtStart ? NodeState.UP : NodeState.LEFT;
    }

    void add(Life life) {
      if (life.birthTime() > 0) {
        changes.add(new Availability.Change(life.birthTime(), NodeState.UP));
      }
      if (life.deathTime() < Double.POSITIVE_INFINITY) {
        changes.add(new Availability.Change(life.deathTime(), NodeState.LEFT));
      }
      freeFrom = life.deathTime();
    }
  }
}
