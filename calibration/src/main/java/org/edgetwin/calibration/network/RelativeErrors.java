package org.edgetwin.calibration.network;

import java.util.List;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;

/** How far predictions are off, with and without a bar. */
final class RelativeErrors {
  private static final double LOW = 0.16;

  private RelativeErrors() {}

  static List<Figure> withBar(List<Comparison> comparisons, double medianBar, double naive) {
    Errors errors = Errors.relative(comparisons);
    return List.of(
        Figure.percentAtMost("median error", errors.median(), medianBar),
        Figure.percent("mean error", errors.mean()),
        Figure.percent("p90 error", errors.p90()),
        Figure.percent("median error of the naive law", naive));
  }

  static List<Figure> reported(List<Comparison> comparisons, double naive) {
    Errors errors = Errors.relative(comparisons);
    return List.of(
        Figure.percent("median error", errors.median()),
        Figure.percent("mean error", errors.mean()),
        Figure.percent("p90 error", errors.p90()),
        Figure.percent("median error of the naive law", naive));
  }

  /** Half the distance between the quantiles 0.16 and 0.84 of log(measured / predicted). */
  static double logSpread(List<Comparison> comparisons) {
    double[] logs =
        comparisons.stream()
            .mapToDouble(pair -> Math.log(pair.measured() / pair.predicted()))
            .sorted()
            .toArray();
    int low = (int) (LOW * logs.length);
    return (logs[logs.length - 1 - low] - logs[low]) / 2;
  }
}
