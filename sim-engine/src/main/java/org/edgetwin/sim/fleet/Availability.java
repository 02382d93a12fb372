package org.edgetwin.sim.fleet;

import java.util.List;
import org.edgetwin.sim.distribution.Distribution;

/** How a node comes and goes. */
public sealed interface Availability {
  /** Never away. */
  Availability ALWAYS = new Always();

  /** See {@link #ALWAYS}. */
  record Always() implements Availability {}

  /**
   * Changes at given times: maintenance (drain, away, up again), a node that joins later, one that
   * leaves for good.
   *
   * @param initial its state when the run starts
   * @param changes in order of time
   */
  record Planned(NodeState initial, List<Change> changes) implements Availability {
    public Planned {
      changes = List.copyOf(changes);
      double last = 0;
      for (Change change : changes) {
        if (!(change.time() >= last && change.time() < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              "The change at " + change.time() + " s is not after the one at " + last + " s.");
        }
        last = change.time();
      }
    }
  }

  /**
   * A planned change.
   *
   * @param time seconds since the start of the run
   * @param state what the node becomes
   */
  record Change(double time, NodeState state) {}

  /**
   * Alternates between up and away; the up times and the away times are independent. Its
   * availability is mean up over mean up plus mean away, whatever their laws.
   *
   * @param cause why it goes
   * @param up seconds up
   * @param away seconds away
   * @param startsUp whether it is up when the run starts
   */
  record Renewal(NodeState cause, Distribution up, Distribution away, boolean startsUp)
      implements Availability {
    public Renewal {
      if (cause != NodeState.FAILED && cause != NodeState.LEFT) {
        throw new IllegalArgumentException(
            "A node goes away because it FAILED or LEFT, not " + cause + ".");
      }
    }
  }
}
