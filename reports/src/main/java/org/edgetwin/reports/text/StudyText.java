package org.edgetwin.reports.text;

import org.edgetwin.sim.experiment.Crossing;
import org.edgetwin.sim.experiment.Stopping;

/** What a comparison found beyond its figures, in a sentence each. */
public final class StudyText {
  private StudyText() {}

  /**
   * Who overtakes whom, and where.
   *
   * @param unit of the axis; may be empty
   */
  public static String of(Crossing crossing, String unit) {
    String place =
        Double.isNaN(crossing.position())
            ? ""
            : ", near " + Quantity.of(crossing.position()) + (unit.isEmpty() ? "" : " " + unit);
    return crossing.after()
        + " overtakes "
        + crossing.before()
        + " between "
        + crossing.from()
        + " and "
        + crossing.to()
        + place
        + (crossing.established()
            ? ": established on both sides."
            : ": not established, it may be chance.");
  }

  /** Why an experiment stopped. */
  public static String of(Stopping stopping) {
    String widest =
        Double.isInfinite(stopping.reached())
            ? "there is no interval yet"
            : "the least known difference in "
                + MetricText.label(stopping.metric())
                + " is known to ± "
                + Quantity.percent(stopping.reached())
                + " of the smaller mean";
    String asked = " (asked: ± " + Quantity.percent(stopping.asked()) + ")";
    String after = "Stopped after " + Quantity.count(stopping.replications(), "replication") + ": ";
    return switch (stopping.reason()) {
      case PRECISE -> after + widest + asked + ".";
      case MOST_REPLICATIONS -> after + "no more were allowed, and " + widest + asked + ".";
      case INTERRUPTED -> after + "interrupted, and " + widest + asked + ".";
    };
  }
}
