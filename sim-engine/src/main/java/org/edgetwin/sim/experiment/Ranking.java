package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.edgetwin.sim.metrics.Metric;

/**
 * Schedulers from best to worst mean of one metric.
 *
 * @param metric the figure
 * @param entries best first, ties in the order of the plan; schedulers for which it is undefined
 *     come last
 */
public record Ranking(Metric metric, List<Entry> entries) {
  public Ranking {
    entries = List.copyOf(entries);
  }

  /**
   * One place.
   *
   * @param scheduler its name
   * @param mean its mean
   * @param worseThanFirst whether it is established that the first place is better
   */
  public record Entry(String scheduler, double mean, boolean worseThanFirst) {}

  static Ranking of(Metric metric, List<SchedulerResult> schedulers, List<PairedDifference> pairs) {
    double sign = metric.better() == Metric.Better.HIGHER ? -1 : 1;
    // NaN sorts last.
    List<SchedulerResult> order = new ArrayList<>(schedulers);
    order.sort(Comparator.comparingDouble(result -> sign * result.estimate(metric).mean()));
    String first = order.get(0).name();
    return new Ranking(
        metric,
        order.stream()
            .map(
                result ->
                    new Entry(
                        result.name(),
                        result.estimate(metric).mean(),
                        isBetter(first, result.name(), metric, pairs)))
            .toList());
  }

  private static boolean isBetter(
      String first, String other, Metric metric, List<PairedDifference> pairs) {
    return !first.equals(other)
        && pairs.stream()
            .filter(pair -> pair.metric() == metric && first.equals(pair.better()))
            .anyMatch(pair -> pair.a().equals(other) || pair.b().equals(other));
  }
}
