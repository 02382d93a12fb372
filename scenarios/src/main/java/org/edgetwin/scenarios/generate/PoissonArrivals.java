package org.edgetwin.scenarios.generate;

import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * A Poisson process whose rate is a step function, by inversion of the cumulated rate: each arrival
 * uses up one unit-exponential amount of it. One uniform an arrival, so that changing the rates
 * keeps two runs in step.
 */
final class PoissonArrivals implements ArrivalProcess {
  private final RateSteps steps;
  private final RandomStream stream;
  private double time;

  PoissonArrivals(RateSteps steps, RandomStream stream) {
    this(steps, stream, 0);
  }

  private PoissonArrivals(RateSteps steps, RandomStream stream, double time) {
    this.steps = steps;
    this.stream = stream;
    this.time = time;
  }

  @Override
  public double next() {
    double amount = -Math.log1p(-stream.nextDouble());
    while (amount > (steps.end() - time) * steps.rate()) {
      amount -= (steps.end() - time) * steps.rate();
      time = steps.end();
      steps.advance();
    }
    // An amount of exactly 0 may meet a rate of 0.
    time += amount == 0 ? 0 : amount / steps.rate();
    return time;
  }

  @Override
  public PoissonArrivals copy() {
    return new PoissonArrivals(steps.copy(), Streams.copyOf(stream), time);
  }
}
