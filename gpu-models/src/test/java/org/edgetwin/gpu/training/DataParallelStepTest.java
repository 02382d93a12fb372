package org.edgetwin.gpu.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.gpu.collective.Basis;
import org.edgetwin.gpu.collective.MeasuredCurve;
import org.junit.jupiter.api.Test;

class DataParallelStepTest {
  private static final MeasuredCurve COMPUTE =
      new MeasuredCurve(List.of(new MeasuredCurve.Point(8, 0.5), new MeasuredCurve.Point(16, 0.9)));
  private static final GradientExchange EXCHANGE = new GradientExchange(0.1, 0.4, 0.3, 0.5);
  private static final WaitForOthers WAIT = new WaitForOthers(0.02, 0.05);

  private static DataParallelStep step(Overlap overlap) {
    return new DataParallelStep(COMPUTE, EXCHANGE, overlap, WAIT);
  }

  @Test
  void aloneAJobOnlyComputes() {
    DataParallelStep step = step(new Overlap(0.5, 0.1));
    assertThat(step.seconds(new GangShape(1, 1), 8)).isEqualTo(0.5);
    assertThat(step.samplesPerSecond(new GangShape(1, 1), 16)).isCloseTo(16 / 0.9, within(1e-9));
  }

  @Test
  void withoutOverlapTheExchangeFollowsTheComputation() {
    double seconds = step(Overlap.NONE).seconds(new GangShape(4, 8), 8);
    double computation = 0.5 * (1 + 3 * 0.05);
    double exchange = 0.3 * (1 + 2 * 0.5);
    assertThat(seconds).isCloseTo(computation + exchange, within(1e-12));
  }

  @Test
  void theClassOfThePlacementSetsTheExchange() {
    assertThat(EXCHANGE.seconds(new GangShape(1, 2))).isEqualTo(0.1);
    assertThat(EXCHANGE.seconds(new GangShape(2, 4))).isCloseTo(0.6, within(1e-12));
    assertThat(EXCHANGE.seconds(new GangShape(3, 4))).isCloseTo(0.45, within(1e-12));
    assertThat(EXCHANGE.seconds(new GangShape(16, 64))).isCloseTo(1.05, within(1e-12));
  }

  @Test
  void whatIsExposedLiesBetweenTheShareAndTheWhole() {
    var overlap = new Overlap(0.6, 0.2);
    for (double compute = 0; compute < 10; compute += 0.1) {
      double exposed = overlap.exposedSeconds(1, compute);
      double sharp = Math.max(0.2, 1 - 0.6 * compute);
      assertThat(exposed).isBetween(sharp, sharp + 0.1).isLessThan(1.02);
    }
    assertThat(overlap.exposedSeconds(1, 100)).isCloseTo(0.2, within(1e-3));
    assertThat(overlap.exposedSeconds(0, 1)).isZero();
    assertThat(Overlap.NONE.exposedSeconds(3, 100)).isEqualTo(3);
  }

  @Test
  void itSaysWhoAnsweredForTheBatch() {
    DataParallelStep step = step(Overlap.NONE);
    assertThat(step.basis(12)).isEqualTo(Basis.MEASURED);
    assertThat(step.basis(32)).isEqualTo(Basis.LAW);
    assertThat(step.seconds(new GangShape(1, 1), 32)).isCloseTo(0.9 + 16 * 0.05, within(1e-12));
  }

  @Test
  void aGangHasAGpuInEachNode() {
    assertThatThrownBy(() -> new GangShape(4, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gpus (3) must be at least 4");
    assertThatThrownBy(() -> new Overlap(60, 0)).hasMessageContaining("Maybe it was given in per");
  }
}
