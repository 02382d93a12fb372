package org.edgetwin.gpu;

/**
 * How fast a gang of equal GPUs runs a workload.
 *
 * <p>The work of a job is stated in seconds on its own gang of reference GPUs ({@code
 * V100-SXM2-16}) in one node. The speed is throughput(class, gpu, gang, spread) / throughput(class,
 * reference, gang, ONE_NODE): a job with 600 s of work and speed 2 takes 300 s.
 *
 * <p>Implementations are immutable and thread-safe; {@link #speed} allocates nothing and is O(1).
 */
public interface SpeedModel {

  /**
   * Speed relative to the same gang on the reference GPU; dimensionless.
   *
   * @param gpus size of the gang, at least 1
   * @return a positive finite number, or 0 if the job cannot run there because it does not fit in
   *     memory
   */
  double speed(WorkloadClass workload, GpuModel gpu, int gpus, Spread spread);

  /** Whether {@link #speed} has an answer for this pair (0 = "does not fit" is an answer). */
  boolean knows(WorkloadClass workload, GpuModel gpu);

  /** How far {@link #speed} may be off here. */
  default SpeedErrors errors(WorkloadClass workload, GpuModel gpu) {
    return SpeedErrors.NONE;
  }

  /** One line for reports: what the figures rest on. */
  String describe();
}
