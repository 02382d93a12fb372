package org.edgetwin.gpu.training;

import java.util.OptionalDouble;
import org.edgetwin.gpu.collective.AllReduce;
import org.edgetwin.gpu.collective.Link;
import org.edgetwin.gpu.table.Require;

/**
 * Step time of a transformer under a parallel plan, from first principles [narayanan2021]:
 *
 * <pre>
 * micro-batch = k F b / (t p P) + r L / p reduce_t(2 b s h) + 2 send(2 b s h)
 * T = (m + (p - 1) / v) micro-batch + exposed(reduce_d(2 N / (t p))) + optimizer </pre>
 *
 * <p>with F the arithmetic of a forward pass, k and r what {@link Recompute} says, and P the
 * arithmetic that a GPU achieves. Gradients are exchanged once a step, behind the last micro-batch.
 *
 * <p>Limits: not fitted; the arithmetic that is achieved and the overlap must be known. Stages are
 * equal. Interleaved stages send as often as adjacent ones.
 *
 * @param flopsPerSecond P, achieved: the peak times the model's utilization
 * @param memoryBytesPerSecond achieved, for the optimizer
 * @param gpuBytes memory of a GPU
 * @param tensorReduce between the GPUs that share a layer
 * @param stageLink from one stage to the next
 * @param gradientReduce between the copies
 * @param overlap of the gradients with the last micro-batch
 * @param memory what else takes memory
 */
public record TransformerStep(
    double flopsPerSecond,
    double memoryBytesPerSecond,
    double gpuBytes,
    AllReduce tensorReduce,
    Link stageLink,
    AllReduce gradientReduce,
    Overlap overlap,
    TrainingMemory memory) {
  public TransformerStep {
    Require.positive("flopsPerSecond", flopsPerSecond);
    Require.positive("memoryBytesPerSecond", memoryBytesPerSecond);
    Require.positive("gpuBytes", gpuBytes);
  }

  /**
   * Seconds of a step; empty if the plan does not fit in memory.
   *
   * @throws IllegalArgumentException if the all-reduces are not of the plan's sizes
   */
  public OptionalDouble seconds(TransformerSize shape, ParallelPlan plan) {
    return seconds(shape, plan, 1);
  }

  /**
   * Seconds of a step whose slowest worker needs {@code slowest} times as long; empty if the plan
   * does not fit in memory.
   */
  public OptionalDouble seconds(TransformerSize shape, ParallelPlan plan, double slowest) {
    requireWorkers("tensorReduce", tensorReduce, plan.tensor());
    requireWorkers("gradientReduce", gradientReduce, plan.data());
    if (!memory.fits(shape, plan, gpuBytes)) {
      return OptionalDouble.empty();
    }
    double microBatch = slowest * microBatchSeconds(shape, plan);
    var last =
        new TrainingStep(
            0, microBatch, gradientSeconds(shape, plan), optimizerSeconds(shape, plan), overlap);
    return OptionalDouble.of((plan.slots() - 1) * microBatch + last.seconds());
  }

  private double microBatchSeconds(TransformerSize shape, ParallelPlan plan) {
    int samples = plan.microBatchSamples();
    int share = plan.tensor() * plan.pipeline();
    Recompute recompute = plan.recompute();
    double bytes = samples * shape.boundaryBytesPerSample();
    double compute =
        recompute.passes() * shape.forwardFlopsPerSample() * samples / (share * flopsPerSecond);
    double reduces = (double) recompute.tensorReduces() * shape.layers() / plan.pipeline();
    double sends = plan.pipeline() == 1 ? 0 : 2 * stageLink.seconds(bytes);
    return compute + reduces * tensorReduce.seconds(bytes) + sends;
  }

  private double gradientSeconds(TransformerSize shape, ParallelPlan plan) {
    double parameters = shape.parameters() / (plan.tensor() * plan.pipeline());
    return plan.zero().traffic() * gradientReduce.seconds(ZeroStage.gradientBytes() * parameters);
  }

  private double optimizerSeconds(TransformerSize shape, ParallelPlan plan) {
    double parameters = shape.parameters() / (plan.tensor() * plan.pipeline());
    return parameters * plan.zero().updatedBytes(plan.data()) / memoryBytesPerSecond;
  }

  private static void requireWorkers(String name, AllReduce reduce, int workers) {
    if (reduce.workers() != workers) {
      throw new IllegalArgumentException(
          "The %s is of %d workers, the plan of %d. Maybe it belongs to another plan."
              .formatted(name, reduce.workers(), workers));
    }
  }
}
