package org.edgetwin.calibration.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.validation.CheckCell;

/** Figures of a check as they were when it was last changed. */
final class Golden {
  private Golden() {}

  /** Mean, median and p90 error of a cell, in per cent, each to a tenth of a point. */
  static void assertErrors(
      List<CheckCell> cells, String name, double mean, double median, double p90) {
    CheckCell cell = cells.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    assertThat(cell.figures()).hasSize(3);
    double[] golden = {mean, median, p90};
    for (int i = 0; i < golden.length; i++) {
      assertThat(100 * cell.figures().get(i).value())
          .as("%s: %s", name, cell.figures().get(i).name())
          .isCloseTo(golden[i], within(0.1));
    }
  }
}
