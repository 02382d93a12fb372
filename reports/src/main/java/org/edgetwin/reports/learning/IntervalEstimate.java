package org.edgetwin.reports.learning;

import org.edgetwin.reports.text.Quantity;
import org.edgetwin.sim.experiment.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A figure and how sure it is.
 *
 * @param value NaN if undefined
 * @param ci95 its 95 % interval; null if there is none
 */
public record IntervalEstimate(double value, @Nullable Interval ci95) {
  /** An estimate with an interval. */
  public static IntervalEstimate of(double value, double low, double high) {
    return new IntervalEstimate(value, new Interval(low, high));
  }

  boolean isBelow(double bound) {
    return ci95 != null && ci95.high() < bound;
  }

  boolean isAbove(double bound) {
    return ci95 != null && ci95.low() > bound;
  }

  /** The interval as text, or a dash. */
  String interval() {
    return ci95 == null
        ? Quantity.of(Double.NaN)
        : Quantity.of(ci95.low()) + " to " + Quantity.of(ci95.high());
  }

  /** The interval of a share as text, or a dash. */
  String intervalInPercent() {
    return ci95 == null
        ? Quantity.of(Double.NaN)
        : Quantity.percent(ci95.low()) + " to " + Quantity.percent(ci95.high());
  }
}
