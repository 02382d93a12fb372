package org.edgetwin.gpu.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.edgetwin.gpu.collective.Link;
import org.edgetwin.gpu.collective.RingAllReduce;
import org.junit.jupiter.api.Test;

class TransformerStepTest {
  private static final TransformerSize SHAPE = new TransformerSize(1e9, 24, 2048, 16, 1024);
  private static final Link LINK = new Link(10e-6, 100e9);
  private static final double FLOPS = 100e12;
  private static final double MEMORY_RATE = 1e12;

  private static TransformerStep step(int tensor, int data, Overlap overlap, double gpuBytes) {
    return new TransformerStep(
        FLOPS,
        MEMORY_RATE,
        gpuBytes,
        new RingAllReduce(LINK, tensor),
        LINK,
        new RingAllReduce(LINK, data),
        overlap,
        TrainingMemory.USUAL);
  }

  private static ParallelPlan plan(int data, int tensor, int pipeline, int microBatches) {
    return new ParallelPlan(
        data, tensor, pipeline, microBatches, 1, 1, ZeroStage.NONE, Recompute.SELECTIVE);
  }

  @Test
  void oneGpuDoesSixFlopsForEachParameterAndToken() {
    double flops = SHAPE.forwardFlopsPerSample();
    assertThat(flops).isCloseTo(1024 * 2e9 + 2.0 * 24 * 2048 * 1024 * 1024, within(1.0));
    OptionalDouble seconds = step(1, 1, Overlap.NONE, 80e9).seconds(SHAPE, plan(1, 1, 1, 8));
    assertThat(seconds.orElseThrow())
        .isCloseTo(8 * 3 * flops / FLOPS + 16e9 / MEMORY_RATE, within(1e-9));
  }

  @Test
  void thePipelineFillsAndDrains() {
    ParallelPlan plan = plan(1, 1, 4, 12);
    assertThat(plan.bubble()).isCloseTo(3 / 15.0, within(1e-12));
    var interleaved = new ParallelPlan(1, 1, 4, 12, 1, 2, ZeroStage.NONE, Recompute.SELECTIVE);
    assertThat(interleaved.bubble()).isCloseTo(3 / 27.0, within(1e-12));
    double microBatch =
        3 * SHAPE.forwardFlopsPerSample() / (4 * FLOPS)
            + 2 * LINK.seconds(SHAPE.boundaryBytesPerSample());
    assertThat(step(1, 1, Overlap.NONE, 80e9).seconds(SHAPE, plan).orElseThrow())
        .isCloseTo(15 * microBatch + 4e9 / MEMORY_RATE, within(1e-9));
  }

  @Test
  void layersCutAcrossReduceFourTimesALayer() {
    double bytes = SHAPE.boundaryBytesPerSample();
    double seconds = step(4, 1, Overlap.NONE, 80e9).seconds(SHAPE, plan(1, 4, 1, 1)).orElseThrow();
    assertThat(seconds)
        .isCloseTo(
            3 * SHAPE.forwardFlopsPerSample() / (4 * FLOPS)
                + 4 * 24 * new RingAllReduce(LINK, 4).seconds(bytes)
                + 4e9 / MEMORY_RATE,
            within(1e-9));
  }

  @Test
  void copiesExchangeTwoBytesForEachParameterOnce() {
    double alone = step(1, 1, Overlap.NONE, 80e9).seconds(SHAPE, plan(1, 1, 1, 4)).orElseThrow();
    double eight = step(1, 8, Overlap.NONE, 80e9).seconds(SHAPE, plan(8, 1, 1, 4)).orElseThrow();
    double hidden =
        step(1, 8, new Overlap(0.9, 0.1), 80e9).seconds(SHAPE, plan(8, 1, 1, 4)).orElseThrow();
    assertThat(eight - alone).isCloseTo(new RingAllReduce(LINK, 8).seconds(2e9), within(1e-9));
    assertThat(hidden).isBetween(alone, eight);
  }

  @Test
  void weightsThatAreSplitAreGatheredForHalfAsMuchTrafficAgain() {
    assertThat(ZeroStage.WEIGHTS.traffic()).isEqualTo(1.5);
    assertThat(ZeroStage.OPTIMIZER.updatedBytes(8)).isEqualTo(2);
  }

  @Test
  void recomputationTakesAThirdLonger() {
    assertThat((double) Recompute.FULL.passes() / Recompute.NONE.passes())
        .isCloseTo(4 / 3.0, within(1e-12));
  }

  @Test
  void aSlowWorkerStretchesEveryMicroBatch() {
    TransformerStep step = step(1, 1, Overlap.NONE, 80e9);
    double even = step.seconds(SHAPE, plan(1, 1, 4, 12)).orElseThrow();
    double uneven = step.seconds(SHAPE, plan(1, 1, 4, 12), 1.5).orElseThrow();
    double optimizer = 4e9 / MEMORY_RATE;
    assertThat(uneven - optimizer).isCloseTo(1.5 * (even - optimizer), within(1e-9));
  }

  @Test
  void whatDoesNotFitHasNoStep() {
    assertThat(step(1, 1, Overlap.NONE, 12e9).seconds(SHAPE, plan(1, 1, 1, 1))).isEmpty();
    assertThat(step(4, 1, Overlap.NONE, 12e9).seconds(SHAPE, plan(1, 4, 1, 1))).isPresent();
  }

  @Test
  void thePlanMustBeThatOfTheAllReduces() {
    assertThatThrownBy(() -> step(1, 8, Overlap.NONE, 80e9).seconds(SHAPE, plan(4, 1, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gradientReduce is of 8 workers, the plan of 4");
    assertThat(ParallelPlan.dataParallel(8, 32).samples()).isEqualTo(256);
    assertThat(ParallelPlan.dataParallel(8, 32).gpus()).isEqualTo(8);
  }
}
