package org.edgetwin.reports.tuning;

import org.edgetwin.reports.text.MetricText;
import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.experiment.PairedDifference;
import org.edgetwin.sim.metrics.Metric;

/** What a tuning found, in sentences. */
public final class TuningText {
  private TuningText() {}

  /** The result. */
  public static String answer(Tuning tuning) {
    if (tuning.partial()) {
      return "Stopped before its end. The best setting so far is "
          + tuning.tuned()
          + "; nothing is known of it on later jobs.";
    }
    if (tuning.judgement() == null) {
      return "Of "
          + Quantity.count(tuning.trials().size(), "setting")
          + " the default, "
          + tuning.usual()
          + ", is the best on the training part: there is nothing to change.";
    }
    PairedDifference difference = tuning.judgement().difference();
    Metric metric = tuning.metric();
    return tuning.tuned()
        + " instead of "
        + tuning.usual()
        + ": "
        + MetricText.label(metric)
        + " "
        + MetricText.value(metric, tuning.judgement().tuned().mean())
        + " instead of "
        + MetricText.value(metric, tuning.judgement().usual().mean())
        + " on later jobs. "
        + verdict(tuning, difference);
  }

  private static String verdict(Tuning tuning, PairedDifference difference) {
    Metric metric = tuning.metric();
    if (difference.ci95() == null) {
      return "With one replication there is no interval: this is what happened once.";
    }
    String interval =
        "default less tuned "
            + MetricText.value(metric, difference.diff())
            + ", 95 %: "
            + MetricText.interval(metric, difference.ci95());
    if (difference.ci95().contains(0)) {
      return "That it is better is not established (" + interval + ").";
    }
    boolean better = difference.diff() > 0 == (metric.better() != Metric.Better.HIGHER);
    return better
        ? "It is better (" + interval + ")."
        : "It is WORSE there: the search fitted its own jobs (" + interval + ").";
  }

  /** How much the metric changes on a part, tuned against default. */
  public static String change(double usual, double tuned) {
    double change = tuned / usual - 1;
    return Double.isFinite(change)
        ? (change > 0 ? "+" : "") + Quantity.percent(change)
        : Quantity.of(Double.NaN);
  }
}
