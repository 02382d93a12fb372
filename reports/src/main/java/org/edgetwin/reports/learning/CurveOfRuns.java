package org.edgetwin.reports.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.reports.chart.Curve;
import org.edgetwin.reports.chart.Series;

/**
 * One curve for one or several trainings of the same: the mean, and the range as a band. Trainings
 * log at steps of their own, so curves are linear in between, and the mean reaches over the steps
 * that all have. Long curves are thinned to means of neighbours.
 */
final class CurveOfRuns {
  static final int MOST_POINTS = 400;

  private CurveOfRuns() {}

  static Curve of(String name, List<Series> runs) {
    List<Series> finite = runs.stream().map(CurveOfRuns::finite).filter(s -> s.size() > 0).toList();
    if (finite.isEmpty()) {
      return Curve.of(new Series(name, new double[0], new double[0]));
    }
    if (finite.size() == 1) {
      return Curve.of(thinned(name, finite.get(0)));
    }
    double[] steps = commonSteps(finite);
    double[] mean = new double[steps.length];
    double[] low = new double[steps.length];
    double[] high = new double[steps.length];
    for (int i = 0; i < steps.length; i++) {
      double step = steps[i];
      double[] values = finite.stream().mapToDouble(run -> at(run, step)).sorted().toArray();
      mean[i] = Arrays.stream(values).average().orElseThrow();
      low[i] = values[0];
      high[i] = values[values.length - 1];
    }
    return new Curve(
        thinned(name, new Series(name, steps, mean)),
        new Curve.Band(
            thinned(name, new Series(name, steps, low)),
            thinned(name, new Series(name, steps, high))));
  }

  private static Series finite(Series series) {
    int[] kept =
        IntStream.range(0, series.size()).filter(i -> Double.isFinite(series.y(i))).toArray();
    return new Series(
        series.name(),
        Arrays.stream(kept).mapToDouble(series::x).toArray(),
        Arrays.stream(kept).mapToDouble(series::y).toArray());
  }

  private static double[] commonSteps(List<Series> runs) {
    double from = runs.stream().mapToDouble(run -> run.x(0)).max().orElseThrow();
    double to = runs.stream().mapToDouble(run -> run.x(run.size() - 1)).min().orElseThrow();
    return runs.stream()
        .flatMapToDouble(run -> IntStream.range(0, run.size()).mapToDouble(run::x))
        .filter(step -> step >= from && step <= to)
        .sorted()
        .distinct()
        .toArray();
  }

  /** The value at a step between the first and the last. */
  private static double at(Series run, double step) {
    int low = 0;
    int high = run.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (run.x(middle) < step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    // The first point that is not before the step.
    if (low == 0 || run.x(low) == step) {
      return run.y(low);
    }
    double share = (step - run.x(low - 1)) / (run.x(low) - run.x(low - 1));
    return run.y(low - 1) + share * (run.y(low) - run.y(low - 1));
  }

  private static Series thinned(String name, Series series) {
    int perPoint = (series.size() + MOST_POINTS - 1) / MOST_POINTS;
    int n = perPoint == 0 ? 0 : (series.size() + perPoint - 1) / perPoint;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      int from = i * perPoint;
      int to = Math.min(series.size(), from + perPoint);
      x[i] = IntStream.range(from, to).mapToDouble(series::x).average().orElseThrow();
      y[i] = IntStream.range(from, to).mapToDouble(series::y).average().orElseThrow();
    }
    return new Series(name, x, y);
  }
}
