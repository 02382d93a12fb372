package org.edgetwin.scenarios.generate;

import org.edgetwin.scenarios.model.Arrivals;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * The rate of a Markov-modulated Poisson process with two states, whose lengths are exponential. It
 * starts in the state that a long run would be found in.
 */
final class BurstRate implements RateSteps {
  private final Arrivals.Mmpp law;
  private final RandomStream stream;
  private boolean burst;
  private double end;

  BurstRate(Arrivals.Mmpp law, RandomStream stream) {
    this.law = law;
    this.stream = stream;
    double burstShare = law.burstSeconds() / (law.calmSeconds() + law.burstSeconds());
    burst = stream.nextDouble() < burstShare;
    end = length();
  }

  private BurstRate(BurstRate other) {
    law = other.law;
    stream = Streams.copyOf(other.stream);
    burst = other.burst;
    end = other.end;
  }

  private double length() {
    double mean = burst ? law.burstSeconds() : law.calmSeconds();
    return -mean * Math.log1p(-stream.nextDouble());
  }

  @Override
  public double rate() {
    return (burst ? law.burstRatePerHour() : law.calmRatePerHour()) / 3600;
  }

  @Override
  public double end() {
    return end;
  }

  @Override
  public void advance() {
    burst = !burst;
    end += length();
  }

  @Override
  public BurstRate copy() {
    return new BurstRate(this);
  }
}
