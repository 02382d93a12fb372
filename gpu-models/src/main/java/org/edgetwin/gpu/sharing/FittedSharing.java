package org.edgetwin.gpu.sharing;

import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.SharedMemory;
import org.edgetwin.gpu.WorkloadClass;
import org.jspecify.annotations.Nullable;

/**
 * Contention by the fitted models of this package: pairs as measured or forecast, three and more
 * jobs, and classes of which no pair is known, by the physical law ({@link Crowd}).
 *
 * <p>On GPUs that were not measured the physical law has the V100's demands. Memory is a hard
 * limit: two measured jobs fit together if they did, else needs must add up to at most the GPU's
 * memory.
 *
 * <p>Limits: those of the fits; a thread limit and three or more jobs were not held against
 * measurements. A pair is a look-up; n others cost 2^n fillings.
 */
public final class FittedSharing implements ContentionModel {
  private final @Nullable PairForecasts pairs;
  private final double threadShare;
  private final ThreadLocal<Crowd> crowds;

  private FittedSharing(@Nullable PairForecasts pairs, double threadShare) {
    this.pairs = pairs;
    this.threadShare = threadShare;
    SharingMode.Concurrent mode = new SharingMode.Concurrent(threadShare);
    crowds = ThreadLocal.withInitial(() -> new Crowd(mode));
  }

  /**
   * Pairs as measured, else as forecast.
   *
   * @param own classes beside the catalogue's
   * @param measured pairs of theirs, by GPU
   */
  public static FittedSharing ofPairs(
      List<WorkloadClass> own, Map<MeasuredGpu, List<MeasuredPair>> measured) {
    return new FittedSharing(new PairForecasts(own, measured), 1);
  }

  /**
   * The physical law for everything.
   *
   * @param threadShare in (0, 1]: largest share of the processors for one job, see {@link
   *     SharingMode.Concurrent}
   */
  public static FittedSharing physical(double threadShare) {
    return new FittedSharing(null, threadShare);
  }

  @Override
  public double alone(WorkloadClass self, GpuModel gpu, double gpuShare) {
    return threadShare == 1
        ? 1
        : ClassDemands.of(MeasuredGpu.closest(gpu), self).limitedTo(threadShare);
  }

  @Override
  public double retained(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
    if (count == 0) {
      return 1;
    }
    if (count == 1) {
      double kept = pair(self, gpu, others[0]);
      if (!Double.isNaN(kept)) {
        return kept;
      }
    }
    if (!SharedMemory.fits(self, gpu, others, count)) {
      return 0;
    }
    Crowd crowd = crowds.get();
    crowd.start(gpu, self, others, count);
    for (int i = 0; i < crowd.size(); i++) {
      double kept = pair(self, gpu, crowd.other(i));
      if (kept == 0) {
        return 0;
      }
      crowd.correct(i, kept);
    }
    return crowd.kept() / alone(self, gpu, 1);
  }

  /** NaN if nothing is known of the pair on this GPU. */
  private double pair(WorkloadClass self, GpuModel gpu, WorkloadClass other) {
    if (pairs == null || !MeasuredGpu.is(gpu)) {
      return Double.NaN;
    }
    MeasuredGpu measured = MeasuredGpu.closest(gpu);
    double kept = pairs.kept(measured, self, other);
    boolean roomier = gpu.memoryGb() > measured.memoryGb();
    return kept == 0 && roomier ? Double.NaN : kept;
  }

  @Override
  public String describe() {
    String limit = threadShare < 1 ? ", each on at most " + threadShare + " of the processors" : "";
    return pairs == null
        ? "progressive filling of fitted demands, then interference" + limit
        : "pairs as measured (Gavel, OSDI 2020) or forecast, more jobs by progressive filling";
  }
}
