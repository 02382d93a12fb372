package org.edgetwin.sim.engine;

import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.WorkloadClass;

/**
 * Whoever shares a GPU keeps the same part of its speed.
 *
 * @param shared the part
 */
public record FixedContention(double shared) implements ContentionModel {
  /** Jobs so small that two on a GPU keep nine tenths each. */
  public static final ContentionModel SMALL_JOBS = new FixedContention(0.9);

  @Override
  public double retained(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
    return count == 0 ? 1 : shared;
  }

  @Override
  public String describe() {
    return "the same for all";
  }
}
