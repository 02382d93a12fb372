package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.edgetwin.sim.metrics.Metric;

/**
 * Schedulers at one value of what is varied.
 *
 * @param value as the user wrote it
 * @param replications of each scheduler
 * @param figures headline metrics by scheduler and key of the metric, in the order of the plan
 * @param pairs differences in the headline metrics; verdicts hold together within the point
 * @param complete false if it was stopped before its end
 */
public record AxisPoint(
    String value,
    int replications,
    Map<String, Map<String, Estimate>> figures,
    List<PairedDifference> pairs,
    boolean complete) {
  public AxisPoint {
    Map<String, Map<String, Estimate>> copy = new LinkedHashMap<>();
    figures.forEach((scheduler, estimates) -> copy.put(scheduler, new LinkedHashMap<>(estimates)));
    figures = Collections.unmodifiableMap(copy);
    pairs = List.copyOf(pairs);
  }

  /** What an experiment found at a value. */
  public static AxisPoint of(String value, ExperimentResult result) {
    List<Metric> headlines = result.plan().headlines();
    Map<String, Map<String, Estimate>> figures = new LinkedHashMap<>();
    for (SchedulerResult scheduler : result.schedulers()) {
      Map<String, Estimate> estimates = new LinkedHashMap<>();
      headlines.forEach(metric -> estimates.put(metric.key(), scheduler.estimate(metric)));
      figures.put(scheduler.name(), estimates);
    }
    List<PairedDifference> pairs = new ArrayList<>(result.pairs());
    pairs.removeIf(pair -> !headlines.contains(pair.metric()));
    return new AxisPoint(value, result.plan().replications(), figures, pairs, result.complete());
  }

  /** The figure of a scheduler. */
  public Estimate estimate(String scheduler, Metric metric) {
    return figures.get(scheduler).get(metric.key());
  }

  /** The comparison of two schedulers, in whichever order it was made. */
  Optional<PairedDifference> pair(String a, String b, Metric metric) {
    return pairs.stream()
        .filter(pair -> pair.metric() == metric)
        .filter(
            pair ->
                (pair.a().equals(a) && pair.b().equals(b))
                    || (pair.a().equals(b) && pair.b().equals(a)))
        .findFirst();
  }

  /** The scheduler with the best mean; empty if none has one. */
  public Optional<String> best(Metric metric) {
    return ranking(metric).stream().findFirst();
  }

  /** Schedulers that have a mean, best first, ties in the order of the plan. */
  public List<String> ranking(Metric metric) {
    double sign = metric.better() == Metric.Better.HIGHER ? -1 : 1;
    List<String> names = new ArrayList<>(figures.keySet());
    names.removeIf(name -> Double.isNaN(estimate(name, metric).mean()));
    names.sort(Comparator.comparingDouble(name -> sign * estimate(name, metric).mean()));
    return names;
  }
}
