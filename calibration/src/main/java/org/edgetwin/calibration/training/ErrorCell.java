package org.edgetwin.calibration.training;

import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Comparison;
import org.edgetwin.sim.validation.Errors;
import org.edgetwin.sim.validation.Figure;

/** Cells of relative errors: mean, median and 90 % quantile. */
final class ErrorCell {
  private ErrorCell() {}

  /** A cell without bars. */
  static CheckCell reported(String name, List<Comparison> comparisons) {
    Errors errors = Errors.relative(comparisons);
    return cell(name, comparisons, mean(errors), Figure.percent("median error", errors.median()));
  }

  /** A cell whose mean and median errors have bars. */
  static CheckCell atMost(
      String name, List<Comparison> comparisons, double meanBar, double medianBar) {
    Errors errors = Errors.relative(comparisons);
    return cell(
        name,
        comparisons,
        Figure.percentAtMost("mean error", errors.mean(), meanBar),
        Figure.percentAtMost("median error", errors.median(), medianBar));
  }

  /** A cell whose mean error has a bar. */
  static CheckCell atMost(String name, List<Comparison> comparisons, double meanBar) {
    Errors errors = Errors.relative(comparisons);
    return cell(
        name,
        comparisons,
        Figure.percentAtMost("mean error", errors.mean(), meanBar),
        Figure.percent("median error", errors.median()));
  }

  private static Figure mean(Errors errors) {
    return Figure.percent("mean error", errors.mean());
  }

  private static CheckCell cell(
      String name, List<Comparison> comparisons, Figure mean, Figure median) {
    Figure p90 = Figure.percent("p90 error", Errors.relative(comparisons).p90());
    return new CheckCell(name, "ms", true, comparisons, List.of(mean, median, p90));
  }
}
