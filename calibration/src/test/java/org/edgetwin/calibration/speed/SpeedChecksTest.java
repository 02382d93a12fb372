package org.edgetwin.calibration.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.junit.jupiter.api.Test;

/** The figures that docs/models/operators.md names. */
class SpeedChecksTest {
  private static double figure(CheckCell cell, String name) {
    return cell.figures().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void unseenGpusPassTheirBars() {
    List<CheckCell> cells = new UnseenGpuCheck().run();
    assertThat(cells).allMatch(CheckCell::passed).hasSize(13);
    CheckCell all = cells.get(0);
    assertThat(all.comparisons()).hasSize(87);
    assertThat(figure(all, "mean error")).isCloseTo(0.090, within(0.001));
    assertThat(figure(all, "median error")).isCloseTo(0.061, within(0.001));
    assertThat(figure(all, "pairs of GPUs in order")).isCloseTo(200 / 203.0, within(1e-9));
    assertThat(figure(all, "in the 90 % interval")).isBetween(0.85, 0.95);
    CheckCell withoutWideFactor = cells.get(cells.size() - 2);
    assertThat(figure(withoutWideFactor, "mean error")).isCloseTo(0.111, within(0.001));
    CheckCell naive = cells.get(cells.size() - 1);
    assertThat(figure(naive, "mean error")).isGreaterThan(0.14);
  }

  @Test
  void unseenGpusWithOperatorsPassTheirBars() {
    List<CheckCell> cells = new UnseenGpuOperatorsCheck().run();
    assertThat(cells).allMatch(CheckCell::passed).hasSize(2);
    assertThat(cells.get(0).comparisons()).hasSize(60);
    assertThat(figure(cells.get(0), "mean error")).isCloseTo(0.084, within(0.001));
    assertThat(figure(cells.get(1), "mean error")).isCloseTo(0.087, within(0.001));
  }

  @Test
  void unseenTransformersOnKnownGpus() {
    CheckCell cell = new UnseenTransformerCheck().run().get(0);
    assertThat(figure(cell, "mean error")).isCloseTo(0.062, within(0.001));
  }
}
