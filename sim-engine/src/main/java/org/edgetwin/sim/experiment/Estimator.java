package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.metrics.ServiceMetric;

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
    Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      estimates.put(metric, estimate(runs, run -> run.metrics().get(metric)));
    }
    return estimates;
  }

  /** The same for each service; without figures that it never has. */
  List<ServiceEstimates> services(List<RunOutcome> runs) {
    List<ServiceEstimates> services = new ArrayList<>();
    for (String name : runs.isEmpty() ? Set.<String>of() : runs.get(0).services().keySet()) {
      Map<ServiceMetric, Estimate> estimates = new EnumMap<>(ServiceMetric.class);
      for (ServiceMetric metric : ServiceMetric.values()) {
        Estimate estimate = estimate(runs, run -> metric.of(run.services().get(name)));
        if (estimate.n() > 0) {
          estimates.put(metric, estimate);
        }
      }
      services.add(new ServiceEstimates(name, estimates));
    }
    return services;
  }

  private Estimate estimate(List<RunOutcome> runs, ToDoubleFunction<RunOutcome> figure) {
    List<RunOutcome> completeRuns = runs.stream().filter(RunOutcome::complete).toList();
    return completeRuns.isEmpty()
        ? partial(runs, figure)
        : estimate(new Sample(completeRuns.stream().mapToDouble(figure).toArray()));
  }

  private static Estimate partial(List<RunOutcome> runs, ToDoubleFunction<RunOutcome> figure) {
    double value = runs.isEmpty() ? Double.NaN : figure.applyAsDouble(runs.get(0));
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
