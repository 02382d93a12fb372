package org.edgetwin.reports.chart;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.jfree.chart.plot.ValueMarker;

/** Curves over a quantity, such as learning curves over the steps of a training. */
public final class CurveChart {
  /** The most curves that one chart tells apart. */
  public static final int MOST_CURVES = Palette.SIZE;

  private static final double WIDE = 50;

  /** How the vertical axis is laid out. */
  public enum Vertical {
    /** Linear, as wide as the values. */
    LINEAR,
    /** Logarithmic if the values are positive and the largest is more than 50 times the least. */
    WIDE_IF_POSITIVE,
    /** From 0 to 100 %. */
    SHARE,
    /** Up to 1, from 0 or the least value, but not below -1: what lies there is cut off. */
    CORRELATION
  }

  private CurveChart() {}

  /**
   * Draws curves.
   *
   * @param label what the curves are over, with its unit
   * @param valueLabel what the curves show, with its unit
   * @param curveList at most {@link #MOST_CURVES}
   */
  public static Chart of(
      String id,
      String title,
      String description,
      String label,
      String valueLabel,
      Vertical vertical,
      List<Curve> curveList) {
    Scale values = scale(vertical, () -> curveList.stream().flatMapToDouble(Curve::values));
    return LineChart.ofCurves(
        id,
        title,
        description,
        new LineChart.Labelled(positions(curveList), label),
        new LineChart.Labelled(
            values, values.logarithmic() ? valueLabel + " (logarithmic)" : valueLabel),
        curveList);
  }

  /**
   * Draws the shares of ratios that are at most a value, with a line where the ratio is 1.
   *
   * @param label what the ratios are
   * @param curveList at most {@link #MOST_CURVES}
   */
  public static Chart profile(
      String id, String title, String description, String label, List<Curve> curveList) {
    Chart chart =
        of(id, title, description, label, "share of all pairs", Vertical.SHARE, curveList);
    chart
        .drawing()
        .getXYPlot()
        .addDomainMarker(new ValueMarker(1, Palette.INK, ChartTheme.REFERENCE));
    return chart;
  }

  private static Scale positions(List<Curve> curveList) {
    double[] ends =
        curveList.stream()
            .map(Curve::line)
            .filter(line -> line.size() > 0)
            .flatMapToDouble(line -> DoubleStream.of(line.x(0), line.x(line.size() - 1)))
            .toArray();
    double first = DoubleStream.of(ends).min().orElse(0);
    double last = DoubleStream.of(ends).max().orElse(1);
    return Scales.quantities(first, last > first ? last : first + 1);
  }

  private static Scale scale(Vertical vertical, Supplier<DoubleStream> values) {
    double low = values.get().min().orElse(0);
    double high = values.get().max().orElse(1);
    return switch (vertical) {
      case SHARE -> Scales.shares();
      case CORRELATION -> Scales.quantities(Math.min(0, Math.max(-1, low)), 1);
      case LINEAR -> Scales.around(low, high);
      case WIDE_IF_POSITIVE ->
          low > 0 && high > WIDE * low ? Scales.logQuantities(low, high) : Scales.around(low, high);
    };
  }
}
