package org.edgetwin.gpu;

/**
 * The GPU serves one context at a time in equal slices, as the driver does for separate processes:
 * each of n jobs keeps 1/n. Jobs whose memory does not fit together keep 0. Switching cost and idle
 * gaps of a job are left out.
 */
public final class TimeSlicing implements ContentionModel {

  @Override
  public double retained(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
    return SharedMemory.fits(self, gpu, others, count) ? 1.0 / (count + 1) : 0.0;
  }

  @Override
  public String describe() {
    return "time slicing: each of n jobs on a GPU keeps 1/n of its speed";
  }
}
