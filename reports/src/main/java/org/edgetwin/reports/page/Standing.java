package org.edgetwin.reports.page;

import java.util.List;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.metrics.Metric;

/** How a scheduler stands beside the one with the best mean. */
public enum Standing {
  BEST("best"),
  /** It is not established that the best one is better. */
  OPEN("≈"),
  WORSE("");

  private final String mark;

  Standing(String mark) {
    this.mark = mark;
  }

  /** Shown beside the figure; empty if it is established to be worse. */
  public String mark() {
    return mark;
  }

  /** Explains the marks. */
  public static String legend() {
    return "best: best mean of the table. ≈: not established to be worse.";
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
    boolean worse =
        pairs.stream()
            .anyMatch(
                pair ->
                    pair.metric() == metric
                        && best.equals(pair.better())
                        && (pair.a().equals(scheduler) || pair.b().equals(scheduler)));
    return worse ? WORSE : OPEN;
  }
}
