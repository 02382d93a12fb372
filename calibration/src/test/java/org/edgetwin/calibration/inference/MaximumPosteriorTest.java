package org.edgetwin.calibration.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MaximumPosteriorTest {
  private static double[] fit(double deviation, double... measured) {
    return MaximumPosterior.fit(
        new double[] {0},
        new double[] {deviation},
        x -> Arrays.stream(measured).map(m -> x[0] - m).toArray());
  }

  @Test
  void withoutMeasurementsThePriorStands() {
    assertThat(fit(0.5)).containsExactly(0);
  }

  @Test
  void aWidePriorLeavesTheMeasurements() {
    assertThat(fit(100, 0.29, 0.30, 0.31)[0]).isCloseTo(0.30, within(1e-4));
  }

  /** Small errors are normal of width 0.1: two of them against a prior of the same width. */
  @Test
  void priorAndMeasurementsAreWeighed() {
    assertThat(fit(0.1, 0.003, 0.003)[0]).isCloseTo(0.002, within(1e-5));
  }

  @Test
  void anOddMeasurementBendsTheFitLittle() {
    double[] measured = new double[21];
    Arrays.fill(measured, 0, 20, 0.3);
    measured[20] = 5;
    assertThat(fit(100, measured)[0]).isCloseTo(0.3, within(0.006));
  }
}
