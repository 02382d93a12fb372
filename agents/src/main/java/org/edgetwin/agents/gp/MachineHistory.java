package org.edgetwin.agents.gp;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.belief.Observation;

/**
 * What has been seen of one machine, oldest first. Observations of one class that lie close in time
 * are one entry: their average, with the noise of one observation over the root of their number.
 *
 * @param entries immutable
 */
record MachineHistory(List<Entry> entries) {
  static final MachineHistory EMPTY = new MachineHistory(List.of());

  /**
   * Observations of one class close in time.
   *
   * @param time mean of their times, seconds
   * @param logSlowdown mean of their values
   * @param count how many, at least 1
   */
  record Entry(int workloadClass, double time, double logSlowdown, int count) {
    Entry with(Observation observation) {
      double share = 1.0 / (count + 1);
      return new Entry(
          workloadClass,
          time + share * (observation.time() - time),
          logSlowdown + share * (observation.logSlowdown() - logSlowdown),
          count + 1);
    }
  }

  MachineHistory {
    entries = List.copyOf(entries);
  }

  int size() {
    return entries.size();
  }

  /** The history with one more observation of this machine; merges what lies that close in time. */
  MachineHistory with(Observation observation, double mergeWithin) {
    List<Entry> next = new ArrayList<>(entries);
    for (int i = next.size() - 1; i >= 0; i--) {
      Entry entry = next.get(i);
      if (entry.workloadClass() == observation.workloadClass()
          && Math.abs(entry.time() - observation.time()) <= mergeWithin) {
        next.set(i, entry.with(observation));
        return new MachineHistory(next);
      }
    }
    next.add(
        new Entry(observation.workloadClass(), observation.time(), observation.logSlowdown(), 1));
    return new MachineHistory(next);
  }

  MachineHistory withoutOldest() {
    return new MachineHistory(entries.subList(1, entries.size()));
  }

  /** Time of the oldest entry, seconds; infinite if there is none. */
  double oldestTime() {
    return entries.isEmpty() ? Double.POSITIVE_INFINITY : entries.get(0).time();
  }
}
