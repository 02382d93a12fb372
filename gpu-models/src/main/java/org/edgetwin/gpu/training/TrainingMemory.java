package org.edgetwin.gpu.training;

import org.edgetwin.gpu.table.Require;

/**
 * Memory that a parallel plan needs on each GPU of its fullest stage, the first: weights, gradients
 * and optimizer state; activations of the micro-batches under way, p of them at most; the context;
 * and what fragmentation wastes. Activations are split over the tensor-parallel GPUs, sequence
 * parallelism included [korthikanti2023].
 *
 * <p>Limits: layers are taken as equal, embeddings as spread over the stages. A plan that does not
 * fit is infeasible, not slow.
 *
 * @param contextBytes of the driver and libraries
 * @param fragmentation share of the memory that allocations cannot use
 */
public record TrainingMemory(double contextBytes, double fragmentation) {
  /** 0.4 GB and 7.5 %: the middle of what is commonly met, 0.3-0.5 GB and 5-10 %. */
  public static final TrainingMemory USUAL = new TrainingMemory(0.4e9, 0.075);

  public TrainingMemory {
    Require.notNegative("contextBytes", contextBytes);
    Require.share("fragmentation", fragmentation);
  }

  /** Bytes that a GPU must have. */
  public double neededBytes(TransformerSize shape, ParallelPlan plan) {
    double allocated = stateBytes(shape, plan) + activationBytes(shape, plan);
    return contextBytes + allocated / (1 - fragmentation);
  }

  /** Whether the plan runs on GPUs of {@code gpuBytes}. */
  public boolean fits(TransformerSize shape, ParallelPlan plan, double gpuBytes) {
    return neededBytes(shape, plan) <= gpuBytes;
  }

  /** Bytes of weights, gradients and optimizer state. */
  public static double stateBytes(TransformerSize shape, ParallelPlan plan) {
    return shape.parameters()
        / (plan.tensor() * plan.pipeline())
        * plan.zero().stateBytes(plan.data());
  }

  /** Bytes of activations, the layer at work included. */
  public static double activationBytes(TransformerSize shape, ParallelPlan plan) {
    int underWay = Math.min(plan.microBatches(), plan.pipeline());
    double layers = (double) shape.layers() / plan.pipeline();
    double kept = plan.recompute().keptBytes(shape);
    double atWork = Math.max(0, working(shape, plan) - kept);
    return (underWay * layers * kept + atWork) * plan.microBatchSamples() / plan.tensor();
  }

  private static double working(TransformerSize shape, ParallelPlan plan) {
    return plan.recompute() == Recompute.FULL ? Recompute.workingBytes(shape) : 0;
  }
}
