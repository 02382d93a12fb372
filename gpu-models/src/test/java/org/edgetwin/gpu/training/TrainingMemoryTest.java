package org.edgetwin.gpu.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrainingMemoryTest {
  /** The example of [rajbhandari2020]: 7.5 billion parameters on 64 workers. */
  private static final TransformerSize EXAMPLE = new TransformerSize(7.5e9, 36, 4096, 32, 1024);

  private static final TransformerSize GPT3 = new TransformerSize(175e9, 96, 12288, 96, 2048);

  @Test
  void stagesOfZeroNeedWhatTheirPaperSays() {
    assertThat(state(ZeroStage.NONE)).isCloseTo(120, within(0.5));
    assertThat(state(ZeroStage.OPTIMIZER)).isCloseTo(31.4, within(0.05));
    assertThat(state(ZeroStage.GRADIENTS)).isCloseTo(16.6, within(0.05));
    assertThat(state(ZeroStage.WEIGHTS)).isCloseTo(1.88, within(0.01));
  }

  /** [korthikanti2023]: scores are 80 of 114 parts of a layer of GPT-3, so 70 % are saved. */
  @Test
  void computingScoresAgainSavesSeventyPerCentForGpt3() {
    double all = Recompute.NONE.keptBytes(GPT3);
    double without = Recompute.SELECTIVE.keptBytes(GPT3);
    assertThat(1 - without / all).isCloseTo(0.70, within(0.005));
    assertThat(Recompute.FULL.keptBytes(GPT3) / without).isCloseTo(2 / 34.0, within(1e-12));
  }

  @Test
  void onlyMicroBatchesUnderWayKeepTheirActivations() {
    double four = TrainingMemory.activationBytes(GPT3, plan(1, 8, 4, 4, Recompute.SELECTIVE));
    double hundred = TrainingMemory.activationBytes(GPT3, plan(1, 8, 4, 100, Recompute.SELECTIVE));
    double one = TrainingMemory.activationBytes(GPT3, plan(1, 8, 4, 1, Recompute.SELECTIVE));
    assertThat(hundred).isEqualTo(four).isEqualTo(4 * one);
  }

  @Test
  void theLayerAtWorkIsWhole() {
    double bytes = TrainingMemory.activationBytes(GPT3, plan(1, 1, 1, 1, Recompute.FULL));
    double kept = Recompute.FULL.keptBytes(GPT3);
    assertThat(bytes).isCloseTo(95 * kept + Recompute.NONE.keptBytes(GPT3), within(1.0));
  }

  @Test
  void aPlanThatDoesNotFitIsInfeasible() {
    TrainingMemory memory = TrainingMemory.USUAL;
    ParallelPlan whole = plan(64, 1, 1, 1, Recompute.FULL);
    ParallelPlan cut = plan(8, 8, 1, 1, Recompute.FULL);
    assertThat(memory.fits(EXAMPLE, whole, 80e9)).isFalse();
    assertThat(memory.fits(EXAMPLE, cut, 80e9)).isTrue();
    assertThat(memory.neededBytes(EXAMPLE, cut))
        .isGreaterThan(TrainingMemory.stateBytes(EXAMPLE, cut) + 0.4e9);
  }

  private static double state(ZeroStage zero) {
    return TrainingMemory.stateBytes(
            EXAMPLE, new ParallelPlan(64, 1, 1, 1, 1, 1, zero, Recompute.NONE))
        / 1e9;
  }

  private static ParallelPlan plan(
      int data, int tensor, int pipeline, int microBatches, Recompute recompute) {
    return new ParallelPlan(data, tensor, pipeline, microBatches, 1, 1, ZeroStage.NONE, recompute);
  }
}
