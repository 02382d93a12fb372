package org.edgetwin.calibration.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.gpu.network.LogSpread;
import org.edgetwin.gpu.network.Site;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;

/** Round trips predicted for pairs left out, and by the naive law. */
final class RttComparisons {
  /** Round trips that long are between cities. */
  private static final double SHORTEST_MS = 20;

  private static final double NAIVE_DETOUR = 1.7;

  /** What the law says of itself does not matter while it is fitted. */
  private static final LogSpread UNKNOWN = new LogSpread(0, 0, 0);

  private final List<Comparison> predicted = new ArrayList<>();
  private final List<Comparison> naive = new ArrayList<>();

  private record Ends(Site first, Site second) {}

  static RttComparisons of(List<Holdout<RttMeasurement>> splits) {
    RttComparisons comparisons = new RttComparisons();
    for (Holdout<RttMeasurement> split : splits) {
      comparisons.add(split.test(), RttFit.fit(split.fit(), UNKNOWN)::rttMs);
    }
    return comparisons;
  }

  static RttComparisons of(List<RttMeasurement> measurements, ToDoubleBiFunction<Site, Site> law) {
    RttComparisons comparisons = new RttComparisons();
    comparisons.add(measurements, law);
    return comparisons;
  }

  /** On the mean of all pings between two sites, in both directions, stable or not. */
  private void add(List<RttMeasurement> measurements, ToDoubleBiFunction<Site, Site> law) {
    Map<Ends, List<RttMeasurement>> rowsByEnds = new LinkedHashMap<>();
    for (RttMeasurement row : measurements) {
      Ends ends =
          row.from().id().compareTo(row.to().id()) < 0
              ? new Ends(row.from(), row.to())
              : new Ends(row.to(), row.from());
      rowsByEnds.computeIfAbsent(ends, any -> new ArrayList<>()).add(row);
    }
    rowsByEnds.forEach(
        (ends, rows) -> {
          Site first = ends.first();
          Site second = ends.second();
          double measured =
              rows.stream().mapToDouble(RttMeasurement::meanMs).average().orElseThrow();
          if (measured > SHORTEST_MS) {
            String name = first.id() + " - " + second.id();
            predicted.add(new Comparison(name, law.applyAsDouble(first, second), measured));
            naive.add(new Comparison(name, NAIVE_DETOUR * first.fibreMs(second), measured));
          }
        });
  }

  List<Comparison> predicted() {
    return predicted;
  }

  double naiveMedian() {
    return Errors.relative(naive).median();
  }
}
