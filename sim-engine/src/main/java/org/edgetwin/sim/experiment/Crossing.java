package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.edgetwin.sim.metrics.Metric;

/**
 * Two schedulers that change places between two neighbouring values of what is varied.
 *
 * @param metric the figure
 * @param before who has the better mean at {@code from}
 * @param after who has it at {@code to}
 * @param from last value before they change places
 * @param to first value after it
 * @param position where the straight line between the two differences is 0; NaN if the values are
 *     no numbers
 * @param established whether it is established at {@code from} that {@code before} is better, and
 *     at {@code to} that {@code after} is; otherwise chance may have done it
 */
public record Crossing(
    Metric metric,
    String before,
    String after,
    String from,
    String to,
    double position,
    boolean established) {

  /**
   * All crossings along an axis, in the order of the axis.
   *
   * @param positions of the points as numbers; empty if they have none
   */
  static List<Crossing> along(List<AxisPoint> points, List<Double> positions, Metric metric) {
    List<Crossing> crossings = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      for (PairedDifference pair : points.get(i - 1).pairs()) {
        if (pair.metric() == metric) {
          between(points, positions, i, pair).ifPresent(crossings::add);
        }
      }
    }
    return crossings;
  }

  private static Optional<Crossing> between(
      List<AxisPoint> points, List<Double> positions, int i, PairedDifference first) {
    Optional<PairedDifference> other = points.get(i).pair(first.a(), first.b(), first.metric());
    if (other.isEmpty() || !(first.diff() * other.get().diff() < 0)) {
      return Optional.empty();
    }
    PairedDifference second = other.get();
    boolean lowerIsBetter = first.metric().better() != Metric.Better.HIGHER;
    boolean aIsFirst = first.diff() < 0 == lowerIsBetter;
    String before = aIsFirst ? first.a() : first.b();
    String after = aIsFirst ? first.b() : first.a();
    double share = first.diff() / (first.diff() - second.diff());
    return Optional.of(
        new Crossing(
            first.metric(),
            before,
            after,
            points.get(i - 1).value(),
            points.get(i).value(),
            positions.isEmpty()
                ? Double.NaN
                : positions.get(i - 1) + share * (positions.get(i) - positions.get(i - 1)),
            before.equals(first.better()) && after.equals(second.better())));
  }
}
