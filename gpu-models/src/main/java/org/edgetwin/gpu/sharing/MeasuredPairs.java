package org.edgetwin.gpu.sharing;

import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.SharedMemory;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;

/**
 * Contention as measured by Gavel (OSDI 2020): what 26 training job types keep in pairs on K80,
 * P100 and V100. Everything else follows the law of summed pressures: with U the sum of the
 * {@linkplain WorkloadClass#pressure() pressures} of all jobs on the GPU, each keeps 1 up to U = 1
 * and 1/U beyond.
 *
 * <ul>
 *   <li>On the three measured GPUs the pressures are those fitted to that GPU's pairs; on others,
 *       those of the V100.
 *   <li>With three or more jobs, a job keeps the least of the law and of what its measured pairs
 *       say, so that one more job never speeds another up.
 *   <li>Two measured jobs fit together if they did; otherwise the memory needs must add up to at
 *       most the GPU's memory.
 *   <li>Pairs screened out as implausible (28 of 1,053, all on V100: both jobs at exactly their
 *       solo speed, or together slower than half of taking turns) follow the law.
 * </ul>
 *
 * <p>Limits: pairs were measured without MPS on software of 2019-20; the gangs of several GPUs are
 * taken to contend like single GPUs. O(count), no allocation.
 */
public final class MeasuredPairs implements ContentionModel {
  private static final class Holder {
    static final MeasuredPairs STANDARD = new MeasuredPairs(WorkloadCatalog.standard());
  }

  private final WorkloadCatalog workloads;
  private final PairTable pairs;

  private MeasuredPairs(WorkloadCatalog workloads) {
    this.workloads = workloads;
    pairs = new PairTable(workloads);
  }

  /** The table shipped with the program. */
  public static MeasuredPairs standard() {
    return Holder.STANDARD;
  }

  @Override
  public double retained(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
    if (count == 0) {
      return 1;
    }
    if (count == 1) {
      double kept = measured(self, gpu, others[0]);
      if (!Double.isNaN(kept)) {
        return kept;
      }
    }
    return SharedMemory.fits(self, gpu, others, count) ? crowd(self, gpu, others, count) : 0;
  }

  @Override
  public String describe() {
    return "measured pairs (Gavel, OSDI 2020); else 1 / max(1, summed pressure)";
  }

  /** The least of the law and of what the measured pairs with {@code self} say. */
  private double crowd(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
    double pressure = pressure(self, gpu);
    double leastPair = 1;
    for (int i = 0; i < count; i++) {
      pressure += pressure(others[i], gpu);
      double kept = measured(self, gpu, others[i]);
      if (kept < leastPair) {
        leastPair = kept;
      }
    }
    return Math.min(leastPair, 1 / Math.max(1, pressure));
  }

  /**
   * What {@code self} kept beside {@code other} when measured on this GPU; 0 if they did not fit
   * together, NaN if that is not known.
   */
  public double measured(WorkloadClass self, GpuModel gpu, WorkloadClass other) {
    if (!MeasuredGpu.is(gpu) || !isMeasured(self) || !isMeasured(other)) {
      return Double.NaN;
    }
    MeasuredGpu measured = MeasuredGpu.closest(gpu);
    double kept = pairs.kept(measured, self.index(), other.index());
    boolean roomier = gpu.memoryGb() > measured.memoryGb();
    return kept == 0 && roomier ? Double.NaN : kept;
  }

  private double pressure(WorkloadClass workload, GpuModel gpu) {
    return MeasuredGpu.is(gpu) && isMeasured(workload)
        ? pairs.pressure(MeasuredGpu.closest(gpu), workload.index())
        : workload.pressure();
  }

  private boolean isMeasured(WorkloadClass workload) {
    int index = workloads.indexOf(workload);
    return index >= 0 && index < pairs.classCount();
  }
}
