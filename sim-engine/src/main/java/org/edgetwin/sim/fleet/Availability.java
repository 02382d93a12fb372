package org.edgetwin.sim.fleet;

import org.edgetwin.sim.distribution.Distribution;

/** How a node comes and goes. */
public sealed interface Availability {
  /** Never away. */
  Availability ALWAYS = new Always();

  /** See {@link #ALWAYS}. */
  record Always() implements Availability {}

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
