package org.edgetwin.sim.availability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.edgetwin.gpu.reliability.LifeTrace;
import org.edgetwin.gpu.reliability.LifeTrace.Life;

/** Pre-emption as a trace recorded it. */
public final class TraceReplay {
  private TraceReplay() {}

  private record Held(double until, int slot) {}

  /**
   * As many nodes as were ever alive at once: each life takes the first node that is free.
   *
   * @param repeats whether the trace begins anew at its end; otherwise nothing changes after it
   */
  public static List<RecordedNode> nodes(LifeTrace trace, boolean repeats) {
    List<Life> lives = new ArrayList<>(trace.lifeList());
    lives.sort(Comparator.comparingDouble(Life::birthTime));
    List<List<Life>> slots = new ArrayList<>();
    PriorityQueue<Held> held = new PriorityQueue<>(Comparator.comparingDouble(Held::until));
    TreeSet<Integer> free = new TreeSet<>();
    for (Life life : lives) {
      while (!held.isEmpty() && held.peek().until < life.birthTime()) {
        free.add(held.remove().slot);
      }
      if (free.isEmpty()) {
        free.add(slots.size());
        slots.add(new ArrayList<>());
      }
      int slot = free.pollFirst();
      slots.get(slot).add(life);
      held.add(new Held(life.deathTime(), slot));
    }
    double period = repeats ? trace.endTime() : Double.POSITIVE_INFINITY;
    double losses = lossesPerSecond(trace);
    return slots.stream().map(slot -> new RecordedNode(slot, period, losses)).toList();
  }

  /** Deaths in all seconds of life of the trace. */
  private static double lossesPerSecond(LifeTrace trace) {
    double deaths = 0;
    double seconds = 0;
    for (Life life : trace.lifeList()) {
      deaths += life.deathTime() < Double.POSITIVE_INFINITY ? 1 : 0;
      seconds += Math.min(life.deathTime(), trace.endTime()) - life.birthTime();
    }
    return seconds > 0 ? deaths / seconds : 0;
  }
}
