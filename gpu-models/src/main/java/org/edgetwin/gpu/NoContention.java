package org.edgetwin.gpu;

/**
 * Jobs that share a GPU do not feel each other; memory is not checked. An upper bound, not a model
 * of a real GPU.
 */
public final class NoContention implements ContentionModel {

  @Override
  public double retained(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
    return 1.0;
  }

  @Override
  public String describe() {
    return "none: jobs that share a GPU keep their full speed";
  }
}
