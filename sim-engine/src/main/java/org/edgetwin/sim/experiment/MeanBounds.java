package org.edgetwin.sim.experiment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Bounds of an experiment: mean over the replications of the least bound of its runs. The runs of a
 * replication have the same bound unless schedulers left different jobs unfinished.
 */
final class MeanBounds {
  private MeanBounds() {}

  static LowerBounds of(List<RunOutcome> outcomes) {
    Map<Integer, List<LowerBounds>> byReplication =
        outcomes.stream()
            .filter(RunOutcome::complete)
            .collect(
                Collectors.groupingBy(
                    run -> run.key().replication(),
                    TreeMap::new,
                    Collectors.mapping(RunOutcome::bounds, Collectors.toList())));
    return new LowerBounds(
        mean(byReplication, LowerBounds::jctMeanSeconds),
        mean(byReplication, LowerBounds::makespanSeconds),
        mean(byReplication, LowerBounds::boundedSlowdownMean));
  }

  private static double mean(
      Map<Integer, List<LowerBounds>> byReplication, ToDoubleFunction<LowerBounds> figure) {
    return new Sample(
            byReplication.values().stream()
                .mapToDouble(bounds -> bounds.stream().mapToDouble(figure).min().orElseThrow())
                .toArray())
        .mean();
  }
}
