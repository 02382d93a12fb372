package org.edgetwin.agents.env;

import java.util.List;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.experiment.RunFactory;

/**
 * Episodes without end: replications of some scenarios in turn. Each replication brings other
 * windows or other random numbers, as its scenario says. Thread-safe.
 */
public final class Episodes {
  /** A run is made for a scheduler; whoever plays the episode puts its own in its place. */
  private static final String PLACEHOLDER = "fifo";

  private final List<RunFactory> factories;
  private final int period;

  /**
   * @param factories such as one scenario at several loads
   * @param period replications after which they begin again, so that the same episodes return
   */
  public Episodes(List<? extends RunFactory> factories, int period) {
    this.factories = List.copyOf(factories);
    this.period = period;
    if (factories.isEmpty() || period < 1 || period > Integer.MAX_VALUE / factories.size()) {
      throw new IllegalArgumentException(
          "Episodes from " + factories.size() + " scenarios with a period of " + period + ".");
    }
  }

  /** Number of different episodes. */
  public int count() {
    return factories.size() * period;
  }

  /**
   * The run of an episode; its schedulers are of no importance.
   *
   * @param index any number; {@link #count} later the same episode returns
   */
  public PreparedRun episode(long index) {
    return factory(index).create(PLACEHOLDER, replication(index));
  }

  /** Which scenario and which replication of it an episode is, such as {@code duet-v1#3}. */
  public String name(long index) {
    return factory(index).scenario() + "#" + replication(index);
  }

  private RunFactory factory(long index) {
    return factories.get(Math.floorMod(index, factories.size()));
  }

  private int replication(long index) {
    return 1 + Math.floorMod(index, count()) / factories.size();
  }
}
