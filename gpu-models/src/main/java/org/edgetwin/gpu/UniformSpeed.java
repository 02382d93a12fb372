package org.edgetwin.gpu;

/**
 * Every GPU runs every workload like the reference GPU. For queueing studies and traces whose run
 * times already belong to the GPU they name; a scenario has to ask for it by name.
 */
public final class UniformSpeed implements SpeedModel {

  @Override
  public double speed(WorkloadClass workload, GpuModel gpu, int gpus, Spread spread) {
    return workload.exceeds(gpu) ? 0.0 : 1.0;
  }

  @Override
  public boolean knows(WorkloadClass workload, GpuModel gpu) {
    return true;
  }

  @Override
  public String describe() {
    return "uniform: every GPU runs at the speed of the reference GPU";
  }
}
