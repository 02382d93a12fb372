package org.edgetwin.sim.availability;

import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.sim.fleet.AvailabilityModel;
import org.edgetwin.sim.fleet.NodeProcess;
import org.edgetwin.sim.fleet.Presence;
import org.edgetwin.sim.kernel.Streams;

/**
 * Spot instances: the provider takes one away after a lifetime, and gives the next after a gap.
 *
 * <p>Limits: instances are independent, while real providers often take several at once.
 *
 * @param lifetime until it is taken away, seconds
 * @param gap until there is another, seconds
 */
public record SpotInstances(Lifetime lifetime, Lifetime gap) implements AvailabilityModel {
  /** Share of the time with an instance, in the long run. */
  public double availability() {
    return lifetime.mean() / (lifetime.mean() + gap.mean());
  }

  @Override
  public double lossesPerSecond() {
    return 1 / lifetime.mean();
  }

  @Override
  public NodeProcess start(String name, Streams streams) {
    return new AlternatingNode(lifetime, gap, Presence.INTERRUPTED, streams.stream("spot/" + name));
  }

  @Override
  public String describe() {
    return String.format(
        java.util.Locale.ROOT,
        "spot instances: mean life %.1f h, mean gap %.1f h",
        lifetime.mean() / 3600,
        gap.mean() / 3600);
  }
}
