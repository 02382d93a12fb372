package org.edgetwin.gpu;

/**
 * Whether the jobs on one GPU fit in its memory together. A job whose need is unknown counts as
 * needing none.
 */
public final class SharedMemory {
  private SharedMemory() {}

  /** Whether {@code self} and the first {@code count} others fit together. */
  public static boolean fits(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
    double needed = known(self);
    for (int i = 0; i < count; i++) {
      needed += known(others[i]);
    }
    return needed <= gpu.memoryGb();
  }

  private static double known(WorkloadClass workload) {
    return Double.isNaN(workload.memoryGb()) ? 0.0 : workload.memoryGb();
  }
}
