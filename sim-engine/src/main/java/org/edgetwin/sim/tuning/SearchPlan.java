package org.edgetwin.sim.tuning;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.edgetwin.sim.metrics.Metric;

/**
 * What is searched, and how long.
 *
 * @param dimensions at least one
 * @param naming name of the scheduler with values of the dimensions
 * @param legal whether there is such a scheduler: parameters may depend on each other
 * @param metric to be improved
 * @param budget most runs
 * @param replications most of one setting
 */
public record SearchPlan(
    List<Dimension> dimensions,
    Function<List<Double>, String> naming,
    Predicate<String> legal,
    Metric metric,
    int budget,
    int replications) {
  public SearchPlan {
    dimensions = List.copyOf(dimensions);
  }

  /** 1 if less is better, else -1. */
  double sign() {
    return metric.better() == Metric.Better.HIGHER ? -1 : 1;
  }
}
