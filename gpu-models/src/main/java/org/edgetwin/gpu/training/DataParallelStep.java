package org.edgetwin.gpu.training;

import org.edgetwin.gpu.collective.Basis;
import org.edgetwin.gpu.collective.MeasuredCurve;
import org.edgetwin.gpu.table.Require;

/**
 * Step time of a data-parallel job on equal GPUs,
 *
 * <pre>T(gang, m) = C(m) (1 + w log2 K) + exposed(X(gang), C(m)) </pre>
 *
 * <p>with the computation C of a batch of m samples on one GPU as measured (batches that suit the
 * GPU's kernels badly are slow, which no line through them shows), and a law beyond the measured
 * batches.
 *
 * <p>Limits: one kind of GPU and network, as they were fitted; nothing about convergence.
 *
 * @param compute seconds by samples on each GPU
 * @param exchange of the gradients
 * @param overlap of the exchange with the computation
 * @param others what waiting for the other workers adds
 */
public record DataParallelStep(
    MeasuredCurve compute, GradientExchange exchange, Overlap overlap, WaitForOthers others) {

  /**
   * Seconds of a step.
   *
   * @param batchPerGpu samples on each GPU
   */
  public double seconds(GangShape gang, double batchPerGpu) {
    Require.positive("batchPerGpu", batchPerGpu);
    double alone = compute.at(batchPerGpu);
    return alone * others.stretch(gang) + overlap.exposedSeconds(exchange.seconds(gang), alone);
  }

  /** Samples per second of the whole gang. */
  public double samplesPerSecond(GangShape gang, double batchPerGpu) {
    return gang.gpus() * batchPerGpu / seconds(gang, batchPerGpu);
  }

  /** Who answers for the computation of a batch. */
  public Basis basis(double batchPerGpu) {
    return compute.basis(batchPerGpu);
  }
}
