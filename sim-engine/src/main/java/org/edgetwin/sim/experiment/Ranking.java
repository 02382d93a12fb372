package org.edgetwin.sim.experiment;

import java.util.List;
import org.edgetwin.sim.metrics.Metric;

/**
 * Schedulers from best to worst mean of one metric.
 *
 * @param metric the figure
 * @param entries best first; schedulers for which it is undefined come last
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
   * @param worseThanBest whether it is established that the first place is better
   */
  public record Entry(String scheduler, double mean, boolean worseThanBest) {}
}
