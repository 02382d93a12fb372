package org.edgetwin.reports.chart;

import java.util.List;

/**
 * How values are laid out along an axis.
 *
 * @param lower least value shown
 * @param upper largest value shown
 * @param logarithmic whether equal steps are equal factors; {@code lower} is then positive, and
 *     smaller values are drawn at it
 * @param unit what the tick labels count; empty if they say so themselves
 * @param tickList ticks at values
 */
record Scale(double lower, double upper, boolean logarithmic, String unit, List<Tick> tickList) {

  /** Position of a value on the axis. */
  double position(double value) {
    return logarithmic && !Double.isNaN(value) ? Math.log10(Math.max(value, lower)) : value;
  }

  /** The axis, with what it shows and its unit. */
  TickAxis axis(String label) {
    List<Tick> placed =
        tickList.stream()
            .filter(t -> t.position() >= lower && t.position() <= upper)
            .map(t -> new Tick(position(t.position()), t.label()))
            .toList();
    String withUnit = unit.isEmpty() ? label : label + ", " + unit;
    return new TickAxis(withUnit, position(lower), position(upper), placed);
  }
}
