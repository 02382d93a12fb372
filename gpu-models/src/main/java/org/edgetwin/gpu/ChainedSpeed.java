package org.edgetwin.gpu;

/**
 * Two speed models in a row: the first answers what it knows, the second the rest. {@link
 * #standard()}, the usual model of a scenario, is what was measured, else the spec-sheet law; never
 * silently 1.
 */
public final class ChainedSpeed implements SpeedModel {
  private static final class Holder {
    static final ChainedSpeed STANDARD =
        new ChainedSpeed(MeasuredSpeeds.standard(), SpecSheetLaw.standard());
  }

  private final SpeedModel first;
  private final SpeedModel otherwise;

  /** Asks {@code first} for what it knows and {@code otherwise} for the rest. */
  public ChainedSpeed(SpeedModel first, SpeedModel otherwise) {
    this.first = first;
    this.otherwise = otherwise;
  }

  /** Gavel's measurements, else the spec-sheet law. */
  public static ChainedSpeed standard() {
    return Holder.STANDARD;
  }

  @Override
  public double speed(WorkloadClass workload, GpuModel gpu, int gang, Spread spread) {
    SpeedModel model = first.knows(workload, gpu) ? first : otherwise;
    return model.speed(workload, gpu, gang, spread);
  }

  @Override
  public boolean knows(WorkloadClass workload, GpuModel gpu) {
    return first.knows(workload, gpu) || otherwise.knows(workload, gpu);
  }

  @Override
  public SpeedErrors errors(WorkloadClass workload, GpuModel gpu) {
    return (first.knows(workload, gpu) ? first : otherwise).errors(workload, gpu);
  }

  @Override
  public String describe() {
    return first.describe() + "; else " + otherwise.describe();
  }
}
