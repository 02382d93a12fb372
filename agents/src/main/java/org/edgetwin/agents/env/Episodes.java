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
    if (factories.isEmpty() || period < 1) {
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
   * @param index any number from 0; {@link #count} later the same episode returns
   */
  public PreparedRun episode(long index) {
    RunFactory factory = factories.get((int) (index % factories.size()));
    return factory.create(PLACEHOLDER, 1 + (int) (index / factories.size() % period));
  }
}
