package org.edgetwin.scenarios.generate;

import org.edgetwin.scenarios.model.Arrivals;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** Makes the arrival process that a source describes. */
public final class Arriving {
  private final ScenarioContext context;
  private final Streams streams;
  private final String source;

  /**
   * Of a source.
   *
   * @param source names its random streams
   */
  public Arriving(ScenarioContext context, Streams streams, String source) {
    this.context = context;
    this.streams = streams;
    this.source = source;
  }

  /** The process, before its first arrival. */
  public ArrivalProcess process(Arrivals arrivals) {
    if (arrivals instanceof Arrivals.AtOnce atOnce) {
      return new ArrivalsAtOnce(atOnce.atSeconds(), atOnce.count());
    }
    if (arrivals instanceof Arrivals.Batch batch) {
      return new BatchArrivals(
          context.laws().of(batch.every()),
          context.laws().of(batch.size()),
          stream("arrivals"),
          stream("batch-sizes"));
    }
    return new PoissonArrivals(rate(arrivals), stream("arrivals"));
  }

  private RateSteps rate(Arrivals arrivals) {
    if (arrivals instanceof Arrivals.Poisson poisson) {
      return new ConstantRate(poisson.ratePerHour() / 3600);
    }
    if (arrivals instanceof Arrivals.Mmpp mmpp) {
      return new BurstRate(mmpp, stream("bursts"));
    }
    if (arrivals instanceof Arrivals.Fit fit) {
      double[] rates = WeeklyRate.fitted(context.traces().get(fit.trace()), fit.scale());
      return new WeeklyRate(rates, fit.start());
    }
    Arrivals.Weekly weekly = (Arrivals.Weekly) arrivals;
    double[] rates = WeeklyRate.scaled(weekly.ratePerHour(), weekly.hours(), weekly.weekdays());
    return new WeeklyRate(rates, weekly.start());
  }

  private RandomStream stream(String purpose) {
    return streams.stream(JobStreams.name(source, purpose));
  }
}
