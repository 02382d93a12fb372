package org.edgetwin.calibration.training;

import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.StatUtils;
import org.edgetwin.gpu.collective.AllReduce;
import org.edgetwin.gpu.collective.Link;
import org.edgetwin.gpu.collective.MeasuredCurve;
import org.edgetwin.gpu.collective.Operation;

/**
 * Fits one collective of one group: a curve whose points are medians over an eighth of an octave of
 * message sizes, and a law of one start-up and one bandwidth.
 */
final class CollectiveFit {
  /** Fine enough for the steps where the library changes its protocol. */
  private static final int POINTS_PER_OCTAVE = 8;

  private static final double FIRST_STARTUP_SECONDS = 30e-6;
  private static final double FIRST_BYTES_PER_SECOND = 100e9;

  private CollectiveFit() {}

  /** The curve through the rows of one group. */
  static MeasuredCurve curve(List<CollectiveRow> rows) {
    return new MeasuredCurve(
        rows.stream()
            .collect(Collectors.groupingBy(CollectiveFit::bin, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(CollectiveFit::middle)
            .toList());
  }

  /** Start-up and bus bandwidth with the least squared relative error over the rows of a group. */
  static Link law(List<CollectiveRow> rows) {
    double[] traffic = numbers(rows, CollectiveFit::traffic);
    double[] seconds = numbers(rows, CollectiveRow::seconds);
    double[] fitted =
        LeastSquares.minimise(
            point -> {
              Link link = link(point);
              double[] residuals = new double[seconds.length];
              for (int i = 0; i < residuals.length; i++) {
                residuals[i] = Math.log(link.seconds(traffic[i]) / seconds[i]);
              }
              return residuals;
            },
            new double[] {Math.log(FIRST_STARTUP_SECONDS), Math.log(FIRST_BYTES_PER_SECOND)});
    return link(fitted);
  }

  private static MeasuredCurve.Point middle(List<CollectiveRow> bin) {
    return new MeasuredCurve.Point(
        StatUtils.geometricMean(numbers(bin, CollectiveRow::bytes)),
        StatUtils.percentile(numbers(bin, CollectiveRow::seconds), 50));
  }

  private static Link link(double[] logarithms) {
    return new Link(Math.exp(logarithms[0]), Math.exp(logarithms[1]));
  }

  private static double traffic(CollectiveRow row) {
    return row.operation() == Operation.ALL_REDUCE
        ? AllReduce.busFactor(row.group().workers()) * row.bytes()
        : row.bytes();
  }

  private static int bin(CollectiveRow row) {
    return (int) Math.floor(POINTS_PER_OCTAVE * Math.log(row.bytes()) / Math.log(2));
  }

  private static double[] numbers(
      List<CollectiveRow> rows, ToDoubleFunction<CollectiveRow> number) {
    return rows.stream().mapToDouble(number).toArray();
  }
}
