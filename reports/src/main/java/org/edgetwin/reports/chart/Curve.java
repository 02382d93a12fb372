package org.edgetwin.reports.chart;

import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A line of a chart, maybe with a band around it.
 *
 * @param line such as a mean
 * @param band null if there is none
 */
public record Curve(Series line, @Nullable Band band) {
  /**
   * An area, such as the range that a line is the mean of.
   *
   * @param low its lower edge, at the positions of the line
   * @param high its upper edge, at the positions of the line
   */
  public record Band(Series low, Series high) {}

  /** A line alone. */
  public static Curve of(Series line) {
    return new Curve(line, null);
  }

  /** All values of the line and of the edges that are finite. */
  DoubleStream values() {
    DoubleStream values = DoubleStream.of(line.values());
    if (band != null) {
      values =
          DoubleStream.concat(
              values,
              DoubleStream.concat(
                  DoubleStream.of(band.low().values()), DoubleStream.of(band.high().values())));
    }
    return values.filter(Double::isFinite);
  }
}
