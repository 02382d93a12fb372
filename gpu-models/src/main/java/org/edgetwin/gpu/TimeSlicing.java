package org.edgetwin.gpu;

import org.edgetwin.gpu.table.Require;

/**
 * The GPU serves one context at a time in equal slices, as the driver does for separate processes:
 * each of n jobs keeps 1/n, less what changing turns costs. Jobs whose memory does not fit together
 * keep 0. Idle gaps of a job are left out.
 */
public final class TimeSlicing implements ContentionModel {
  private final double useful;

  /** Turns change at no cost. */
  public TimeSlicing() {
    useful = 1;
  }

  /**
   * Turns of some length.
   *
   * @param sliceSeconds length of a turn, positive
   * @param switchSeconds what changing turns costs, at least 0
   */
  public TimeSlicing(double sliceSeconds, double switchSeconds) {
    Require.positive("sliceSeconds", sliceSeconds);
    Require.notNegative("switchSeconds", switchSeconds);
    useful = sliceSeconds / (sliceSeconds + switchSeconds);
  }

  @Override
  public double retained(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
    if (count == 0) {
      return 1;
    }
    return SharedMemory.fits(self, gpu, others, count) ? useful / (count + 1) : 0;
  }

  @Override
  public String describe() {
    return useful == 1
        ? "time slicing: each of n jobs on a GPU keeps 1/n of its speed"
        : "time slicing: each of n jobs on a GPU keeps 1/n of " + useful + " of its speed";
  }
}
