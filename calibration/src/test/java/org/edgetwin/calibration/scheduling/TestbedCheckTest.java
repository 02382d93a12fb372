package org.edgetwin.calibration.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Figure;
import org.junit.jupiter.api.Test;

class TestbedCheckTest {
  private static final List<CheckCell> CELLS = new TestbedCheck().run();

  private static double value(int cell, String start) {
    return CELLS.get(cell).figures().stream()
        .filter(figure -> figure.name().startsWith(start))
        .mapToDouble(Figure::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyBarIsReached() {
    assertThat(CELLS).hasSize(4).allMatch(CheckCell::passed);
    assertThat(CELLS).allMatch(cell -> cell.comparisons().size() == 400);
  }

  @Test
  void theFiguresAreThoseOfTheDocumentation() {
    assertThat(value(0, "error of mean")).isCloseTo(0.018, within(5e-4));
    assertThat(value(0, "error of makespan")).isCloseTo(0.001, within(5e-4));
    assertThat(value(0, "median")).isCloseTo(0.013, within(5e-4));
  }

  /** The stretch is fitted to the mean; makespan and starts are not. */
  @Test
  void muriTakesTurnsAsOnTheTestbed() {
    assertThat(value(3, "error of mean")).isLessThan(0.01);
    assertThat(value(3, "error of makespan")).isCloseTo(0.03, within(3e-3));
    assertThat(value(3, "starts")).isCloseTo(1.02, within(0.02));
  }

  @Test
  void theFitIsThatOfTheDocumentation() {
    StartCosts costs =
        StartCosts.fit(TestbedJob.all(), List.of(MeasuredRun.of("SRTF"), MeasuredRun.of("SRSF")));

    assertThat(costs.slowdown()).isCloseTo(1.0142, within(1e-4));
    assertThat(costs.startSeconds()).isCloseTo(26.29, within(0.01));
  }
}
