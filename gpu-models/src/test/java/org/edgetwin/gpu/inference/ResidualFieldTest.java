package org.edgetwin.gpu.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualFieldTest {
  private static final ResidualKernel EXACT = new ResidualKernel(0, 0, 1, 1, 2, 1e-6);
  private static final List<ResidualPoint> POINTS =
      List.of(
          new ResidualPoint("m", "gpu", 1, 7, 0),
          new ResidualPoint("m", "gpu", 1, 11, 6),
          new ResidualPoint("m", "gpu", 2, 9, 3));
  private static final ResidualField FIELD =
      new ResidualField(EXACT, POINTS, new double[] {0.1, -0.2, 0.05});

  @Test
  void itGivesBackWhatWasMeasured() {
    var there = FIELD.at(POINTS.get(1));
    assertThat(there.logMean()).isCloseTo(-0.2, within(1e-4));
    assertThat(there.known()).isCloseTo(1, within(1e-4));
    Estimate estimate = there.applyTo(10);
    assertThat(estimate.seconds()).isCloseTo(10 * Math.exp(-0.2), within(1e-3));
    assertThat(estimate.source()).isEqualTo(Estimate.Source.MEASURED_NEARBY);
    assertThat(estimate.lawSeconds()).isEqualTo(10);
  }

  @Test
  void farAwayTheLawAnswers() {
    var far = FIELD.at(new ResidualPoint("other", "other", 1, 30, 0));
    assertThat(far.logMean()).isCloseTo(0, within(1e-9));
    assertThat(far.known()).isCloseTo(0, within(1e-9));
    assertThat(far.applyTo(10).source()).isEqualTo(Estimate.Source.LAW);
    assertThat(far.logStd()).isGreaterThan(10 * FIELD.at(POINTS.get(0)).logStd());
  }

  /** One point: scale = residual^2 / (prior + noise), in closed form. */
  @Test
  void theWidthComesFromTheResiduals() {
    var kernel = new ResidualKernel(1, 1, 1, 0.5, 2, 0.5);
    var field = new ResidualField(kernel, POINTS.subList(0, 1), new double[] {0.3});
    double scale = 0.09 / 4;
    assertThat(field.at(new ResidualPoint("x", "y", 1, 90, 0)).logStd())
        .isCloseTo(Math.sqrt(scale * 4), within(1e-12));
    assertThat(field.at(POINTS.get(0)).logMean()).isCloseTo(0.3 * 3.5 / 4, within(1e-12));
    assertThat(field.at(POINTS.get(0)).logStd())
        .isCloseTo(Math.sqrt(scale * (3.5 - 3.5 * 3.5 / 4 + 0.5)), within(1e-12));
  }

  @Test
  void aModelsErrorTravelsToOtherGpus() {
    var field =
        new ResidualField(ResidualKernel.standard(), POINTS, new double[] {0.2, 0.22, 0.18});
    var elsewhere = field.at(new ResidualPoint("m", "new", 8, 9, 3));
    assertThat(elsewhere.logMean()).isBetween(0.05, 0.2);
    assertThat(field.at(new ResidualPoint("new", "new", 8, 9, 3)).logMean())
        .isBetween(0.0, elsewhere.logMean());
  }

  @Test
  void eachPointNeedsAResidual() {
    assertThatThrownBy(() -> new ResidualField(EXACT, POINTS, new double[2]))
        .hasMessageContaining("3 points have 2 residuals");
  }
}
