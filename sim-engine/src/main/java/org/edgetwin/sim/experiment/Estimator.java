package org.edgetwin.sim.experiment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.metrics.Metric;

/** Makes the {@link Estimate}s of one scheduler of its runs. */
final class Estimator {
  static final double CONFIDENCE = 0.95;

  private final Inference inference;
  private final String whySingle;

  /**
   * @param whySingle what to say where there is one value only
   */
  Estimator(Inference inference, String whySingle) {
    this.inference = inference;
    this.whySingle = whySingle;
  }

  /** Estimates from runs that have ended; if there is none, from a run that was stopped. */
  Map<Metric, Estimate> estimates(List<RunOutcome> runs) {
    List<RunOutcome> completeRuns = runs.stream().filter(RunOutcome::complete).toList();
    Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      estimates.put(
          metric,
          completeRuns.isEmpty()
              ? partial(runs, metric)
              : estimate(Sample.of(completeRuns, metric)));
    }
    return estimates;
  }

  private static Estimate partial(List<RunOutcome> runs, Metric metric) {
    double value = runs.isEmpty() ? Double.NaN : runs.get(0).metrics().get(metric);
    return new Estimate(
        value,
        null,
        Double.isNaN(value) ? 0 : 1,
        "No run was complete: the figure is of the part before the interruption.");
  }

  Estimate estimate(Sample sample) {
    int n = sample.size();
    if (n >= inference.minimum()) {
      return new Estimate(sample.mean(), inference.interval(sample, CONFIDENCE), n, null);
    }
    return new Estimate(sample.mean(), null, n, whyNone(n));
  }

  private String whyNone(int n) {
    return switch (n) {
      case 0 -> "The figure is undefined in every replication.";
      case 1 -> whySingle;
      default -> "Only " + n + " values; the method needs " + inference.minimum() + ".";
    };
  }
}
