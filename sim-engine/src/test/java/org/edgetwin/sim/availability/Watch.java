package org.edgetwin.sim.availability;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.fleet.NodeProcess;
import org.edgetwin.sim.fleet.Presence;

/** Looks at processes from outside. */
final class Watch {
  private Watch() {}

  /** Moves a process on and tells what the node is then. */
  static Presence at(NodeProcess process, double time) {
    while (process.nextChange() <= time) {
      process.change();
    }
    return process.presence();
  }

  /** The next changes of a process as text, to the last bit. */
  static List<String> history(NodeProcess process, int changes) {
    List<String> history = new ArrayList<>();
    history.add(process.presence().toString());
    for (int i = 0; i < changes && process.nextChange() < Double.POSITIVE_INFINITY; i++) {
      double time = process.nextChange();
      process.change();
      history.add(Double.toHexString(time) + " " + process.presence());
    }
    return history;
  }

  /** Share of the time until a horizon in which a node is of some presence. */
  static double share(NodeProcess process, Presence presence, double horizon) {
    double sum = 0;
    double now = 0;
    while (now < horizon) {
      double next = Math.min(process.nextChange(), horizon);
      sum += process.presence() == presence ? next - now : 0;
      now = next;
      if (now < horizon) {
        process.change();
      }
    }
    return sum / horizon;
  }
}
