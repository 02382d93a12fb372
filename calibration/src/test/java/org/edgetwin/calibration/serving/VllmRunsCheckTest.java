package org.edgetwin.calibration.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Figure;
import org.junit.jupiter.api.Test;

class VllmRunsCheckTest {
  private static final List<CheckCell> CELLS = new VllmRunsCheck().run();

  private static double value(int cell, String start) {
    return CELLS.get(cell).figures().stream()
        .filter(figure -> figure.name().startsWith(start))
        .mapToDouble(Figure::value)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyBarIsReached() {
    assertThat(CELLS).hasSize(3).allMatch(CheckCell::passed);
    assertThat(CELLS).allMatch(cell -> cell.comparisons().size() == 300);
  }

  @Test
  void theFiguresAreThoseOfTheDocumentation() {
    assertThat(value(0, "E2E, error")).isCloseTo(0.0126, within(5e-4));
    assertThat(value(0, "TTFT, error")).isCloseTo(0.0172, within(5e-4));
    assertThat(value(0, "TPOT, error")).isCloseTo(0.0015, within(5e-4));
    assertThat(value(0, "E2E, Kolmogorov")).isCloseTo(0.0267, within(5e-4));
    assertThat(value(1, "E2E, error")).isCloseTo(0.0389, within(5e-4));
    assertThat(value(1, "TTFT, error")).isCloseTo(0.0716, within(5e-4));
    assertThat(value(2, "E2E, error")).isCloseTo(0.267, within(5e-3));
  }

  @Test
  void readsWhatTheEngineWasStartedWith() {
    VllmRun saturated = VllmRun.load("RTX4090_Llama-3.1-8B");
    assertThat(saturated.engine().kvBlocks()).isEqualTo(2587);
    assertThat(saturated.engine().maxNumSeqs()).isEqualTo(256);
    assertThat(saturated.engine().asyncScheduling()).isTrue();
    assertThat(saturated.graphSizes()).hasSize(51).endsWith(512);
    VllmRun roomy = VllmRun.load("RTXPRO6000_Llama-3.1-8B");
    assertThat(roomy.engine().maxNumSeqs()).isEqualTo(128);
    assertThat(roomy.graphSizes()).endsWith(256);
    int tokens = roomy.engine().kvBlocks() * roomy.engine().blockSize();
    int largest =
        roomy.requests().stream()
            .map(request -> request.promptTokens() + request.outputTokens())
            .sorted(Comparator.reverseOrder())
            .limit(128)
            .mapToInt(Integer::intValue)
            .sum();
    assertThat(tokens).as("room for the 128 largest requests").isGreaterThan(largest);
    assertThat(VllmRun.load("RTXPRO6000_Qwen3-30B-A3B-Instruct-2507").ranks()).isEqualTo(2);
  }
}
