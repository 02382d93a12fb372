package org.edgetwin.gpu.training;

import org.edgetwin.gpu.table.Require;

/**
 * How a job is split over GPUs: copies of the model, layers cut across, and stages of layers.
 *
 * @param data d, copies of the model
 * @param tensor t, GPUs that share each layer
 * @param pipeline p, stages
 * @param microBatches m, that one copy works through in a step
 * @param microBatchSamples in each
 * @param interleave v, pieces of a stage, 1 if its layers are adjacent
 * @param zero what the copies split among them
 * @param recompute what the backward pass computes again
 */
public record ParallelPlan(
    int data,
    int tensor,
    int pipeline,
    int microBatches,
    int microBatchSamples,
    int interleave,
    ZeroStage zero,
    Recompute recompute) {
  public ParallelPlan {
    Require.atLeast("data", data, 1);
    Require.atLeast("tensor", tensor, 1);
    Require.atLeast("pipeline", pipeline, 1);
    Require.atLeast("microBatches", microBatches, 1);
    Require.atLeast("microBatchSamples", microBatchSamples, 1);
    Require.atLeast("interleave", interleave, 1);
  }

  /** A plan of copies only: one micro-batch, nothing split, nothing computed again. */
  public static ParallelPlan dataParallel(int copies, int samplesPerCopy) {
    return new ParallelPlan(copies, 1, 1, 1, samplesPerCopy, 1, ZeroStage.NONE, Recompute.NONE);
  }

  /** GPUs that it takes. */
  public int gpus() {
    return data * tensor * pipeline;
  }

  /** Samples of a step. */
  public int samples() {
    return data * microBatches * microBatchSamples;
  }

  /** Time of a step's micro-batches over the time of one: m plus the bubble (p - 1) / v. */
  public double slots() {
    return microBatches + (double) (pipeline - 1) / interleave;
  }

  /** Share of a step that stages stand idle: (p - 1) / (v m + p - 1) [narayanan2021]. */
  public double bubble() {
    return 1 - microBatches / slots();
  }
}
