package org.edgetwin.gpu;

/**
 * What a job keeps of its own speed on one GPU that it shares with others.
 *
 * <p>Implementations are immutable and thread-safe; {@link #retained} allocates nothing and is
 * O(count).
 */
public interface ContentionModel {

  /**
   * Fraction of its speed alone ({@link #alone}) on this GPU that {@code self} keeps.
   *
   * @param others classes of the other jobs on the GPU, in any order; only the first {@code count}
   *     are read
   * @param count number of other jobs, 0 if {@code self} is alone
   * @return 1 when alone; 0 when the jobs do not fit together; at most 1
   */
  double retained(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count);

  /**
   * Fraction of its speed on a whole GPU that {@code self} keeps alone in the part it asked for; 1
   * unless the mode of sharing holds a job to its part even when nobody else is there.
   *
   * @param gpuShare what it asked for, in (0, 1]
   * @return 0 if it does not fit into that part's memory; at most 1
   */
  default double alone(WorkloadClass self, GpuModel gpu, double gpuShare) {
    return 1;
  }

  /** One line for reports: what the figures rest on. */
  String describe();
}
