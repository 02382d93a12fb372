package org.edgetwin.gpu.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrainingStepTest {
  @Test
  void theInputHidesBehindTheStepUntilItIsLonger() {
    var quick = new TrainingStep(0.5, 0.6, 0.2, 0.05, Overlap.NONE);
    assertThat(quick.seconds()).isCloseTo(0.85, within(1e-12));
    var starved = new TrainingStep(1.5, 0.6, 0.2, 0.05, Overlap.NONE);
    assertThat(starved.seconds()).isEqualTo(1.5);
  }

  @Test
  void theSlowestPathFeedsTheGpu() {
    var decoding = new InputPipeline(0.010, 4, 100e3, 500e6, 12e9);
    assertThat(decoding.seconds(64)).isCloseTo(0.16, within(1e-12));
    var reading = new InputPipeline(0.010, 4, 100e3, 20e6, 12e9);
    assertThat(reading.seconds(64)).isCloseTo(0.32, within(1e-12));
    var copying = new InputPipeline(0, 4, 100e3, 500e6, 10e6);
    assertThat(copying.seconds(64)).isCloseTo(0.64, within(1e-12));
  }

  @Test
  void theGangWaitsForItsSlowestWorker() {
    var step = new TrainingStep(0, 1, 0.5, 0.1, Overlap.NONE);
    double slowest = SlowestWorker.factor(1, 1.3, 0.9);
    assertThat(slowest).isEqualTo(1.3);
    assertThat(step.seconds(slowest)).isCloseTo(1.9, within(1e-12));
  }

  /** Expected largest of n standard normal numbers: 1/sqrt(pi), 1.5/sqrt(pi), and tables. */
  @Test
  void theExpectedStragglerGrowsWithTheGang() {
    assertThat(SlowestWorker.expectedFactor(1, 1)).isCloseTo(1, within(1e-9));
    assertThat(SlowestWorker.expectedFactor(2, 1)).isCloseTo(1 + 0.5641896, within(1e-6));
    assertThat(SlowestWorker.expectedFactor(3, 1)).isCloseTo(1 + 0.8462844, within(1e-6));
    assertThat(SlowestWorker.expectedFactor(8, 1)).isCloseTo(1 + 1.4236003, within(1e-6));
    assertThat(SlowestWorker.expectedFactor(100, 1)).isCloseTo(1 + 2.5075936, within(1e-6));
    assertThat(SlowestWorker.expectedFactor(8, 0.04)).isCloseTo(1.0569, within(1e-4));
  }

  @Test
  void badGangsAreNamed() {
    assertThatThrownBy(SlowestWorker::factor)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no workers");
    assertThatThrownBy(() -> SlowestWorker.factor(1, 0)).hasMessageContaining("worker (0.0)");
    assertThatThrownBy(() -> new TrainingStep(0, 0, 0, 0, Overlap.NONE))
        .hasMessageContaining("computeSeconds (0.0)");
  }
}
