package org.edgetwin.sim.experiment;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.metrics.Metric;

/**
 * How schedulers fare when one thing is varied and all else is equal.
 *
 * @param name what is varied, for readers
 * @param unit of the positions; may be empty
 * @param positions the values as numbers, ascending; empty if they are none
 * @param points the values, in order
 * @param crossings where schedulers change places, in the headline metrics
 */
public record Axis(
    String name,
    String unit,
    List<Double> positions,
    List<AxisPoint> points,
    List<Crossing> crossings) {
  public Axis {
    positions = List.copyOf(positions);
    points = List.copyOf(points);
    crossings = List.copyOf(crossings);
    if (!positions.isEmpty() && positions.size() != points.size()) {
      throw new IllegalArgumentException(
          points.size() + " points at " + positions.size() + " positions.");
    }
  }

  /** An axis with its crossings in some metrics. */
  public static Axis of(
      String name,
      String unit,
      List<Double> positions,
      List<AxisPoint> points,
      List<Metric> metrics) {
    List<Crossing> crossings = new ArrayList<>();
    metrics.forEach(metric -> crossings.addAll(Crossing.along(points, positions, metric)));
    return new Axis(name, unit, positions, points, crossings);
  }

  /** The schedulers, in the order of the plan. */
  public List<String> schedulers() {
    return points.isEmpty() ? List.of() : List.copyOf(points.get(0).figures().keySet());
  }
}
