package org.edgetwin.sim.availability;

import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.sim.distribution.Distribution;
import umontreal.ssj.rng.RandomStream;

/** A law of lifetimes as a distribution: one uniform a draw. */
public record LifetimeDistribution(Lifetime law) implements Distribution {
  @Override
  public double sample(RandomStream stream) {
    return law.quantile(stream.nextDouble());
  }

  @Override
  public double mean() {
    return law.mean();
  }
}
