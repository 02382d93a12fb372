package org.edgetwin.gpu;

import org.edgetwin.gpu.table.Require;

/**
 * A kind of GPU work that behaves alike wherever it runs: one training job type with its batch
 * size, or one kind of inference.
 *
 * @param id short stable key, such as {@code resnet50-64}
 * @param family model family, such as {@code ResNet-50}
 * @param batchSize samples per step and GPU; 0 where the class has none
 * @param memoryGb device memory it needs on each GPU, GB; NaN = unknown, then memory is not checked
 * @param computeShare share in [0, 1] of the logarithm of its speed that follows peak arithmetic;
 *     the rest follows memory bandwidth ({@link SpecSheetLaw})
 * @param pressure share in [0, 1] of the GPU it keeps busy when it runs alone on the reference GPU;
 *     jobs that share a GPU slow down once their pressures sum to more than 1 ({@link
 *     ContentionModel})
 * @param measuredAs job type under which the measured tables know it; empty if they do not
 * @param source where the figures come from
 * @param index dense position in the standard catalogue, or {@link #NOT_CATALOGUED}
 */
public record WorkloadClass(
    String id,
    String family,
    int batchSize,
    double memoryGb,
    double computeShare,
    double pressure,
    String measuredAs,
    String source,
    int index) {

  /** Index of a class that is not in the standard catalogue. */
  public static final int NOT_CATALOGUED = -1;

  public WorkloadClass {
    Require.text("id", id);
    Require.text("family", family);
    Require.atLeast("batchSize", batchSize, 0);
    Require.positiveOrUnknown("memoryGb", memoryGb);
    Require.within("computeShare", computeShare, 0, 1);
    Require.within("pressure", pressure, 0, 1);
    Require.atLeast("index", index, NOT_CATALOGUED);
  }

  /** A class of one's own, for scenarios; the spec-sheet law gives its speed. */
  public static WorkloadClass custom(
      String id, String family, double memoryGb, double computeShare, double pressure) {
    return custom(id, family, 0, memoryGb, computeShare, pressure);
  }

  /** The same with its samples per step and GPU. */
  public static WorkloadClass custom(
      String id,
      String family,
      int batchSize,
      double memoryGb,
      double computeShare,
      double pressure) {
    return new WorkloadClass(
        id, family, batchSize, memoryGb, computeShare, pressure, "", "scenario", NOT_CATALOGUED);
  }

  /** Whether the measured tables have this class. */
  public boolean isMeasured() {
    return !measuredAs.isEmpty();
  }

  /** Whether this class needs more memory than the GPU has; false if its need is unknown. */
  public boolean exceeds(GpuModel gpu) {
    return memoryGb > gpu.memoryGb();
  }
}
