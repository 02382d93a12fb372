package org.edgetwin.calibration.training;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.gpu.training.DataParallelStep;
import org.edgetwin.sim.validation.Comparison;

/** Predictions of left-out rows by a fit to the others. */
final class PolluxPrediction {
  private static final double MS_PER_SECOND = 1e3;

  private final List<PolluxRow> rows;
  private final Map<String, DataParallelStep> steps;

  PolluxPrediction(Holdout<PolluxRow> holdout) {
    rows = holdout.test();
    steps = PolluxFit.fit(holdout.fit());
  }

  /** By the fitted law. */
  List<Comparison> byLaw() {
    return compare(row -> steps.get(row.job()).seconds(row.gang(), row.batch()));
  }

  /** By the computation alone, as if the exchange were free. */
  List<Comparison> byComputation() {
    return compare(row -> steps.get(row.job()).compute().at(row.batch()));
  }

  private List<Comparison> compare(ToDoubleFunction<PolluxRow> seconds) {
    return rows.stream()
        .map(
            row ->
                new Comparison(
                    "%s on %s, %.0f samples".formatted(row.job(), row.placement(), row.batch()),
                    MS_PER_SECOND * seconds.applyAsDouble(row),
                    MS_PER_SECOND * row.stepSeconds()))
        .toList();
  }
}
