package org.edgetwin.gpu;

/**
 * What a job keeps of its own speed on one GPU that it shares with others.
 *
 * <p>Implementations are immutable and thread-safe; {@link #retained} allocates nothing and is
 * O(count).
 */
public interface ContentionModel {

  /**
   * Fraction of its solo speed on this GPU that {@code self} keeps.
   *
   * @param others classes of the other jobs on the GPU, in any order; only the first {@code count}
   *     are read
   * @param count number of other jobs, 0 if {@code self} is alone
   * @return 1 when alone; 0 when the jobs do not fit together; at most 1
   */
  double retained(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count);

  /** One line for reports: what the figures rest on. */
  String describe();
}
