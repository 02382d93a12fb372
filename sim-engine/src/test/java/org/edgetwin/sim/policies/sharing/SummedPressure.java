package org.edgetwin.sim.policies.sharing;

import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.WorkloadClass;

/** Jobs slow each other down once their pressures sum to more than 1. */
enum SummedPressure implements ContentionModel {
  MODEL;

  @Override
  public double retained(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
    double sum = self.pressure();
    for (int i = 0; i < count; i++) {
      sum += others[i].pressure();
    }
    return 1 / Math.max(1, sum);
  }

  @Override
  public String describe() {
    return "summed pressure";
  }
}
