package org.edgetwin.gpu.training;

import java.util.Optional;
import org.edgetwin.gpu.table.Require;

/**
 * How gangs of any size split a job: layers over {@code tensor} GPUs, stages over {@code pipeline}
 * times as many, and as many copies of the model as that leaves.
 *
 * @param tensor GPUs that share each layer
 * @param pipeline stages of layers
 * @param microBatchSamples samples that go through the stages at once
 * @param interleave pieces of a stage, 1 if its layers are adjacent
 * @param zero what the copies split among them
 * @param recompute what the backward pass computes again
 * @param overlap of the exchange of gradients with the last micro-batch
 * @param network between nodes
 */
public record GangPlan(
    int tensor,
    int pipeline,
    int microBatchSamples,
    int interleave,
    ZeroStage zero,
    Recompute recompute,
    Overlap overlap,
    GangNetwork network) {
  public GangPlan {
    Require.atLeast("tensor", tensor, 1);
    Require.atLeast("pipeline", pipeline, 1);
    Require.atLeast("microBatchSamples", microBatchSamples, 1);
    Require.atLeast("interleave", interleave, 1);
  }

  /**
   * The plan of a gang.
   *
   * @param gpus of the gang
   * @param samplesPerCopy that each copy of the model works through in a step
   * @return empty if the GPUs are no multiple of those of a copy
   * @throws IllegalArgumentException if the samples are no multiple of a micro-batch
   */
  public Optional<ParallelPlan> of(int gpus, int samplesPerCopy) {
    if (samplesPerCopy % microBatchSamples != 0) {
      throw new IllegalArgumentException(
          "%d samples are no multiple of micro-batches of %d."
              .formatted(samplesPerCopy, microBatchSamples));
    }
    int copy = tensor * pipeline;
    if (gpus % copy != 0) {
      return Optional.empty();
    }
    int microBatches = samplesPerCopy / microBatchSamples;
    return Optional.of(
        new ParallelPlan(
            gpus / copy,
            tensor,
            pipeline,
            microBatches,
            microBatchSamples,
            interleave,
            zero,
            recompute));
  }
}
