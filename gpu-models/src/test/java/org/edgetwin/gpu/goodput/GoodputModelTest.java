package org.edgetwin.gpu.goodput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.training.GangShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoodputModelTest {
  private static final GpuModel T4 = GpuCatalog.standard().require("T4");
  private static final GangShape ALONE = new GangShape(1, 1);

  private static GoodputModel model(StepTime step, double signalShare) {
    return new GoodputModel(
        "m", T4, step, GradientSignal.constant(signalShare), 100, 6400, 10, 200, 1000);
  }

  @Test
  void theStepOfPolluxIsANormOfComputationAndExchange() {
    var step = new PolluxStep(1, 0.1, 3, 0.5, 7, 1, 2);

    assertThat(step.seconds(ALONE, 10, 1)).isEqualTo(2);
    assertThat(step.seconds(new GangShape(1, 4), 10, 1)).isCloseTo(Math.hypot(2, 4), within(1e-12));
    assertThat(step.seconds(new GangShape(2, 4), 10, 2)).isCloseTo(Math.hypot(4, 9), within(1e-12));
  }

  @Test
  void allNoiseMakesALargeBatchWorthAllItsSamplesAndAllSignalNone() {
    PolluxStep step = PolluxStep.perfect(0.01);

    assertThat(model(step, 0).efficiency(3200, 0)).isEqualTo(1);
    assertThat(model(step, 1).efficiency(3200, 0)).isEqualTo(1 / 32.0);
    assertThat(model(step, 0.5).efficiency(100, 0)).isEqualTo(1);
  }

  /** The gain as Pollux defines it: (v + g) / (v / S + g). */
  @Test
  void efficiencyIsTheGainOverTheScale() {
    double noise = 7;
    GoodputModel model = model(PolluxStep.perfect(0.01), 1 / (1 + noise));
    double scale = 8;

    assertThat(model.efficiency(800, 0))
        .isCloseTo((noise + 1) / (noise / scale + 1) / scale, within(1e-12));
  }

  @Test
  void whatDoesNotFitIsWorkedOffInPasses() {
    GoodputModel model = model(new PolluxStep(1, 0.01, 5, 0, 5, 0, 1), 0);

    // 800 samples on two GPUs: 400 each, in two passes of 200, one exchange.
    assertThat(model.stepSeconds(new GangShape(1, 2), 800, 1)).isCloseTo(3 + 3 + 5, within(1e-12));
  }

  /**
   * Without noise-free samples and with a fixed cost of a step, T = a + b m on one GPU: goodput M /
   * (a + b M) / (1 + (M / M0 - 1) s) is largest where its derivative vanishes, M^2 = a M0 (1 - s) /
   * (b s).
   */
  @Test
  void theBestBatchIsWhereTheDerivativeVanishes() {
    double share = 0.1;
    var model =
        new GoodputModel(
            "m",
            T4,
            new PolluxStep(1, 0.01, 0, 0, 0, 0, 1),
            GradientSignal.constant(share),
            100,
            6400,
            10,
            6400,
            1);
    double best = Math.sqrt(1 * 100 * (1 - share) / (0.01 * share));

    assertThat(model.bestBatch(ALONE, 1, 0)).isCloseTo((int) best, within((int) (0.05 * best)));
  }

  /** The users of Pollux's workloads tuned their batches by the same runs. */
  @ParameterizedTest
  @CsvSource({
    "cifar10, 6, 2048",
    "cifar10, 8, 2048",
    "cifar10, 12, 4096",
    "cifar10, 16, 4096",
    "bert, 12, 384",
    "deepspeech2, 6, 320",
    "deepspeech2, 12, 640",
    "imagenet, 24, 3200",
    "imagenet, 32, 6400",
    "ncf, 1, 32768"
  })
  void tunedBatchesAreThoseOfThePublishedWorkloads(String job, int gpus, int batch) {
    GoodputModel model = FittedGoodputs.standard().require(job);
    int tuned = model.tunedBatch(model.gang(gpus), 1);

    assertThat(tuned).isEqualTo(batch);
  }

  @Test
  void aJobThatNobodyMeasuredIsRefused() {
    assertThatThrownBy(() -> FittedGoodputs.standard().require("gpt"))
        .hasMessageContaining("The goodput of gpt was not measured. Maybe one of [bert, cifar10");
  }

  @Test
  void everyMeasuredJobGetsOnBestWithLargerBatchesAsItsGradientsGetNoisier() {
    for (String name : FittedGoodputs.standard().names()) {
      GoodputModel model = FittedGoodputs.standard().require(name);
      GangShape gang = new GangShape(2, 8);
      int last = model.signal().phases() - 1;

      assertThat(model.bestBatch(gang, 1, last))
          .as(name)
          .isGreaterThanOrEqualTo(model.bestBatch(gang, 1, 0));
      assertThat(model.trainingSeconds(ALONE, model.initialBatch(), 1)).isBetween(600.0, 1e6);
    }
  }
}
