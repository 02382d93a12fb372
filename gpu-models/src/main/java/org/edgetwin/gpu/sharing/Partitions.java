package org.edgetwin.gpu.sharing;

import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.WorkloadClass;

/**
 * The hardware is cut into slices that do not touch one another (MIG): each job has the share of
 * processors, bandwidth and memory that it asked for, whoever else is there, and no more when it is
 * alone: {@code min(1, share / largest demand)}.
 *
 * <p>Limits: slices of any size, where hardware has sevenths; power is not shared; demands on GPUs
 * that were not measured are the V100's; not held against measurements.
 */
public final class Partitions implements ContentionModel {

  @Override
  public double alone(WorkloadClass self, GpuModel gpu, double gpuShare) {
    boolean fits = !(self.memoryGb() > gpuShare * gpu.memoryGb());
    return fits ? ClassDemands.of(MeasuredGpu.closest(gpu), self).limitedTo(gpuShare) : 0;
  }

  @Override
  public double retained(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
    return 1;
  }

  @Override
  public String describe() {
    return "slices of hardware (MIG): each job keeps what its share allows, whoever is beside it";
  }
}
