package org.edgetwin.calibration.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.sim.validation.CheckCell;
import org.edgetwin.sim.validation.Figure;
import org.junit.jupiter.api.Test;

/** The figures of {@code docs/models/llm-inference.md}. */
class InferenceChecksTest {
  private static Map<String, CheckCell> run(ModelCheck check) {
    List<CheckCell> cells = check.run();
    assertThat(cells).allMatch(CheckCell::passed);
    return cells.stream().collect(Collectors.toMap(CheckCell::name, Function.identity()));
  }

  private static void assertFigure(CheckCell cell, String name, double value, double tolerance) {
    double found =
        cell.figures().stream()
            .filter(figure -> figure.name().equals(name))
            .mapToDouble(Figure::value)
            .findFirst()
            .orElseThrow();
    assertThat(found).as("%s, %s", cell.name(), name).isCloseTo(value, within(tolerance));
  }

  @Test
  void anUnseenGroupOfGpus() {
    Map<String, CheckCell> cells = run(new SplitwiseCheck());
    CheckCell prefill = cells.get("prefill");
    assertFigure(prefill, "mean error", 0.0782, 0.002);
    assertFigure(prefill, "median error", 0.0680, 0.003);
    assertFigure(prefill, "p90 error", 0.159, 0.005);
    assertFigure(prefill, "mean error of the law alone", 0.0857, 0.002);
    CheckCell decode = cells.get("decode");
    assertFigure(decode, "mean error", 0.0448, 0.002);
    assertFigure(decode, "median error", 0.0300, 0.002);
    assertFigure(decode, "p90 error", 0.111, 0.004);
    assertFigure(decode, "mean error of the law alone", 0.0944, 0.003);
  }

  @Test
  void unseenConfigurationsModelsAndGpus() {
    Map<String, CheckCell> cells = run(new InferenceBenchCheck());
    CheckCell configurations = cells.get("configuration left out");
    assertFigure(configurations, "median error", 0.0127, 0.001);
    assertFigure(configurations, "mean error", 0.0246, 0.002);
    assertFigure(configurations, "p90 error", 0.0477, 0.003);
    assertFigure(configurations, "median error of the law alone", 0.0367, 0.002);
    assertFigure(configurations, "in the 90 % interval", 0.92, 0.02);
    assertFigure(configurations, "answered by measurements", 0.99, 0.01);
    CheckCell models = cells.get("model left out");
    assertFigure(models, "median error", 0.0454, 0.005);
    assertFigure(models, "answered by measurements", 0, 0.01);
    assertFigure(cells.get("GPU left out"), "median error of the law alone", 0.0781, 0.004);
    assertFigure(cells.get("first token"), "median error of the law alone", 0.117, 0.01);
  }
}
