package org.edgetwin.reports.page;

import java.util.List;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.metrics.Metric;

/** How a scheduler stands beside the one with the best mean. */
public enum Standing {
  BEST("best"),
  /** It is not established that the best one is better. */
  OPEN("≈"),
  /** Established to be worse, or no verdict is given on the metric. */
  PLAIN("");

  private final String mark;

  Standing(String mark) {
    this.mark = mark;
  }

  /** Shown beside the figure; may be empty. */
  public String mark() {
    return mark;
  }

  /** Explains the marks. */
  public static String legend() {
    return "best: best mean of the table. ≈: not established to be worse (headline metrics only).";
  }

  /**
   * How a scheduler stands.
   *
   * @param best name of the scheduler with the best mean
   */
  public static Standing of(
      String scheduler, String best, Metric metric, List<PairedDifference> pairs) {
    if (scheduler.equals(best)) {
      return BEST;
    }
    boolean open =
        pairs.stream()
            .filter(pair -> pair.metric() == metric)
            .filter(pair -> isOf(pair, scheduler, best))
            .anyMatch(pair -> !Double.isNaN(pair.adjustedPValue()) && pair.better() == null);
    return open ? OPEN : PLAIN;
  }

  private static boolean isOf(PairedDifference pair, String one, String other) {
    return (pair.a().equals(one) && pair.b().equals(other))
        || (pair.a().equals(other) && pair.b().equals(one));
  }
}
