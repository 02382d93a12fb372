package org.edgetwin.gpu.sharing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.WorkloadClass;

/**
 * One world out of those that the errors of {@link MeasuredPairs} allow: what a class keeps beside
 * another one that it was not measured with is off by a normal error, drawn once for each GPU model
 * and ordered pair of classes, and stays so. In a crowd the worst of a job's errors counts, so that
 * one more job never speeds another up. Measured pairs are not touched.
 *
 * <p>The spread is that of pairs left out of the law's fit: their mean absolute error ({@code
 * docs/models/contention.md}) times sqrt(pi / 2), which for a normal law is the standard deviation.
 * A job keeps at least a quarter of what the law says, since 0 would mean that jobs do not fit.
 */
public final class UncertainPairs implements ContentionModel {
  private static final double SD_PER_MEAN_ERROR = Math.sqrt(Math.PI / 2);
  private static final double LEAST_FACTOR = 0.25;

  private final MeasuredPairs pairs;
  private final ToDoubleFunction<String> normal;
  private final Map<OrderedPair, Double> errorByPair = new ConcurrentHashMap<>();

  private record OrderedPair(String gpu, String self, String other) {}

  /**
   * Errors of a table of pairs.
   *
   * @param normal a standard normal deviate by name: the same name gives the same one
   */
  public UncertainPairs(MeasuredPairs pairs, ToDoubleFunction<String> normal) {
    this.pairs = pairs;
    this.normal = normal;
  }

  @Override
  public double retained(WorkloadClass self, GpuModel gpu, WorkloadClass[] others, int count) {
    double kept = pairs.retained(self, gpu, others, count);
    if (count == 0 || kept == 0) {
      return kept;
    }
    double worst = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      worst = Math.min(worst, error(self, gpu, others[i]));
    }
    return Math.min(1, Math.max(LEAST_FACTOR * kept, kept + worst));
  }

  /** 0 for a measured pair. */
  private double error(WorkloadClass self, GpuModel gpu, WorkloadClass other) {
    if (!Double.isNaN(pairs.measured(self, gpu, other))) {
      return 0;
    }
    OrderedPair pair = new OrderedPair(gpu.id(), self.id(), other.id());
    Double error = errorByPair.get(pair);
    if (error == null) {
      error =
          sd(MeasuredGpu.closest(gpu))
              * normal.applyAsDouble(pair.gpu + "/" + pair.self + "/" + pair.other);
      errorByPair.put(pair, error);
    }
    return error;
  }

  /** Standard deviation of what is kept beside a job with which nothing was measured. */
  static double sd(MeasuredGpu gpu) {
    double meanError =
        switch (gpu) {
          case K80 -> 0.090;
          case P100 -> 0.103;
          case V100 -> 0.158;
        };
    return SD_PER_MEAN_ERROR * meanError;
  }

  @Override
  public String describe() {
    return pairs.describe() + "; errors drawn anew in every replication";
  }
}
