package org.edgetwin.sim.fleet;

import java.util.List;
import java.util.Locale;
import org.edgetwin.sim.distribution.Distribution;
import org.edgetwin.sim.kernel.Streams;

/** How a node comes and goes. */
public sealed interface Availability
    permits Availability.Always, Availability.Planned, AvailabilityModel {
  /** Never away. */
  Availability ALWAYS = new Always();

  /**
   * How often a job on such a node loses it, per second of the node being up, over many nodes and
   * in the long run: what is known of the law, and not of the single node. 0 if it is never lost by
   * chance.
   */
  double lossesPerSecond();

  /** See {@link #ALWAYS}. */
  record Always() implements Availability {
    @Override
    public double lossesPerSecond() {
      return 0;
    }
  }

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

    /** A job that is told in time loses nothing by chance. */
    @Override
    public double lossesPerSecond() {
      return 0;
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
      implements AvailabilityModel {
    public Renewal {
      if (cause != NodeState.FAILED && cause != NodeState.LEFT) {
        throw new IllegalArgumentException(
            "A node goes away because it FAILED or LEFT, not " + cause + ".");
      }
    }

    @Override
    public double lossesPerSecond() {
      return 1 / up.mean();
    }

    @Override
    public NodeProcess start(String name, Streams streams) {
      return new RenewalNode(this, streams.stream("availability/" + name));
    }

    @Override
    public String describe() {
      return String.format(
          Locale.ROOT,
          "%s after %.1f h, back after %.1f h in the mean",
          cause.name().toLowerCase(Locale.ROOT),
          up.mean() / 3600,
          away.mean() / 3600);
    }
  }
}
