package org.edgetwin.reports.learning;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The lowest validation cost of a training.
 *
 * @param step at which it was measured
 * @param seconds from the first record of the training until then
 */
record BestOfRun(double cost, double step, double seconds) {
  /** The first of the lowest; null if nothing finite was measured. */
  static @Nullable BestOfRun of(TrainingRun run, String tag) {
    ScalarCurve curve = run.curveByTag().get(tag);
    if (curve == null) {
      return null;
    }
    BestOfRun best = null;
    int[] finite =
        IntStream.range(0, curve.size())
            .filter(i -> Double.isFinite(curve.values().y(i)))
            .toArray();
    for (int i : finite) {
      if (best == null || curve.values().y(i) < best.cost) {
        best =
            new BestOfRun(
                curve.values().y(i), curve.values().x(i), curve.wallTime(i) - run.startTime());
      }
    }
    return best;
  }
}
