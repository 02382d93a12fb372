package org.edgetwin.sim.availability;

import org.edgetwin.gpu.reliability.GammaFrailty;
import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.sim.fleet.AvailabilityModel;
import org.edgetwin.sim.fleet.NodeProcess;
import org.edgetwin.sim.fleet.Presence;
import org.edgetwin.sim.kernel.Streams;

/**
 * Nodes that break and are repaired. Each has a rate of failures of its own, drawn once: the mean
 * rate times a gamma frailty, so that a few bad nodes make most of the failures.
 *
 * <p>Limits: no ageing, no failures that nodes share, repair does not cure a bad node.
 *
 * @param meanTimeBetweenFailuresSeconds of a node with the fleet's mean rate
 * @param frailty how much rates differ
 * @param repair time until a broken node is back, seconds
 */
public record HardwareFailures(
    double meanTimeBetweenFailuresSeconds, GammaFrailty frailty, Lifetime repair)
    implements AvailabilityModel {
  /** Rates below this never fail in any run and would only overflow. */
  private static final double LEAST_FRAILTY = 1e-12;

  public HardwareFailures {
    Require.positive("meanTimeBetweenFailuresSeconds", meanTimeBetweenFailuresSeconds);
  }

  /** Failures per second of a node while it is on. */
  public double rate(String name, Streams streams) {
    double probability = streams.stream("frailty/" + name).nextDouble();
    return Math.max(frailty.quantile(probability), LEAST_FRAILTY) / meanTimeBetweenFailuresSeconds;
  }

  @Override
  public double lossesPerSecond() {
    return 1 / meanTimeBetweenFailuresSeconds;
  }

  @Override
  public NodeProcess start(String name, Streams streams) {
    return new AlternatingNode(
        new Lifetime.Exponential(1 / rate(name, streams)),
        repair,
        Presence.FAILED,
        streams.stream("failures/" + name));
  }

  @Override
  public String describe() {
    return String.format(
        java.util.Locale.ROOT,
        "failures: one in %.0f h of a mean node, the worst 5 %% of the nodes make %.0f %% of them",
        meanTimeBetweenFailuresSeconds / 3600,
        100 * frailty.topShare(0.05));
  }
}
