package org.edgetwin.calibration.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.junit.jupiter.api.Test;

/** The figures that docs/models/llm-layers.md names. */
class LayerChecksTest {
  private static double figure(CheckCell cell, String name) {
    return cell.figures().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  @Test
  void unseenTokensPassTheirBar() {
    List<CheckCell> cells = new UnseenTokensCheck().run();
    assertThat(cells).allMatch(CheckCell::passed).hasSize(4);
    assertThat(figure(cells.get(0), "mean error of a layer")).isCloseTo(0.0205, within(0.0005));
    assertThat(cells.get(1).comparisons()).hasSize(3 * 78 * 9);
  }

  @Test
  void unseenModelsPassTheirBars() {
    List<CheckCell> cells = new UnseenLayerModelCheck().run();
    assertThat(cells).allMatch(CheckCell::passed).hasSize(5);
    CheckCell all = cells.get(0);
    assertThat(figure(all, "mean error of a layer")).isCloseTo(0.0475, within(0.0005));
    assertThat(figure(all, "mean error of a matrix product")).isCloseTo(0.0763, within(0.0005));
    CheckCell naive = cells.get(4);
    assertThat(figure(naive, "mean error of a matrix product")).isCloseTo(0.161, within(0.001));
  }

  @Test
  void unseenGpusAreReported() {
    CheckCell all = new UnseenLayerGpuCheck().run().get(0);
    assertThat(figure(all, "mean error of a layer")).isCloseTo(0.0886, within(0.001));
    assertThat(figure(all, "mean error of a matrix product")).isCloseTo(0.1144, within(0.001));
  }
}
