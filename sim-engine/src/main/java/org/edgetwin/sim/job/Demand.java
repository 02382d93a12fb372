package org.edgetwin.sim.job;

import java.util.List;

/**
 * What a job needs at the same time, all or nothing.
 *
 * @param gpus number of GPUs in the gang; 0 for a job that needs only CPU and memory
 * @param milliPerGpu share of each GPU in thousandths, 1..1000; below 1000 only with one GPU
 * @param gpuMemoryGb device memory needed on each GPU, GB
 * @param cpuMilli thousandths of CPU cores needed, for the whole job, on its (first) node
 * @param memoryMib host memory needed, MiB, on its (first) node
 * @param gpuModels ids of the GPU models it runs on; empty for any
 * @param spanning whether the gang may stand in several nodes
 * @param priceCapUsdPerGpuHour highest price it pays, USD per GPU and hour; positive infinity for
 *     any
 */
public record Demand(
    int gpus,
    int milliPerGpu,
    double gpuMemoryGb,
    int cpuMilli,
    int memoryMib,
    List<String> gpuModels,
    Spanning spanning,
    double priceCapUsdPerGpuHour) {
  public static final int WHOLE_GPU = 1000;

  public Demand {
    gpuModels = List.copyOf(gpuModels);
    if (gpus < 0) {
      throw new IllegalArgumentException("The number of GPUs (" + gpus + ") is negative.");
    }
    if (milliPerGpu < 1 || milliPerGpu > WHOLE_GPU) {
      throw new IllegalArgumentException(
          "The GPU share ("
              + milliPerGpu
              + " thousandths) is not in 1..1000. Maybe ask for several whole GPUs.");
    }
    if (milliPerGpu < WHOLE_GPU && gpus != 1) {
      throw new IllegalArgumentException(
          "A share of "
              + milliPerGpu
              + " thousandths of "
              + gpus
              + " GPUs. Maybe ask for whole GPUs, or one.");
    }
  }

  /** A gang of whole GPUs of any model, in one pool. */
  public static Demand gang(int gpus) {
    return new Demand(gpus, WHOLE_GPU, 0, 0, 0, List.of(), Spanning.FREE, Double.POSITIVE_INFINITY);
  }

  public Demand withSpanning(Spanning newSpanning) {
    return new Demand(
        gpus,
        milliPerGpu,
        gpuMemoryGb,
        cpuMilli,
        memoryMib,
        gpuModels,
        newSpanning,
        priceCapUsdPerGpuHour);
  }

  /** The same with another gang of whole GPUs. */
  public Demand withGpus(int newGpus) {
    return new Demand(
        newGpus,
        milliPerGpu,
        gpuMemoryGb,
        cpuMilli,
        memoryMib,
        gpuModels,
        spanning,
        priceCapUsdPerGpuHour);
  }

  /** Whether the job takes whole GPUs. */
  public boolean wholeGpus() {
    return milliPerGpu == WHOLE_GPU;
  }

  /** Share of each GPU, in (0, 1]. */
  public double gpuShare() {
    return (double) milliPerGpu / WHOLE_GPU;
  }

  /** GPUs held in thousandths, over the whole gang. */
  public int totalMilli() {
    return gpus * milliPerGpu;
  }
}
