package org.edgetwin.gpu;

/**
 * The usual speed model: what was measured, else the spec-sheet law; never silently 1. For
 * catalogued classes and GPUs the answers are tabulated at construction, so that a look-up is one
 * array read; a model or class of a scenario's own goes through the chain each time.
 */
public final class ChainedSpeed implements SpeedModel {
  private static final int SPREADS = Spread.values().length;

  private static final class Holder {
    static final ChainedSpeed STANDARD =
        new ChainedSpeed(MeasuredSpeeds.standard(), SpecSheetLaw.standard());
  }

  private final WorkloadCatalog workloads = WorkloadCatalog.standard();
  private final GpuCatalog gpus = GpuCatalog.standard();
  private final SpeedModel first;
  private final SpeedModel otherwise;
  private final double[] speeds;

  /**
   * Asks {@code first} for what it knows and {@code otherwise} for the rest.
   *
   * @param otherwise must know everything; gangs beyond 8 are taken to run at the speed of 8
   */
  public ChainedSpeed(SpeedModel first, SpeedModel otherwise) {
    this.first = first;
    this.otherwise = otherwise;
    speeds = new double[workloads.all().size() * gpus.all().size() * SPREADS * GangCurve.MAX_GANG];
    for (WorkloadClass workload : workloads.all()) {
      for (GpuModel gpu : gpus.all()) {
        tabulate(workload, gpu);
      }
    }
  }

  /** Gavel's measurements, else the spec-sheet law. */
  public static ChainedSpeed standard() {
    return Holder.STANDARD;
  }

  @Override
  public double speed(WorkloadClass workload, GpuModel gpu, int gang, Spread spread) {
    int workloadIndex = workloads.indexOf(workload);
    int gpuIndex = gpus.indexOf(gpu);
    return workloadIndex < 0 || gpuIndex < 0
        ? chained(workload, gpu, gang, spread)
        : speeds[position(workloadIndex, gpuIndex, spread, gang)];
  }

  @Override
  public boolean knows(WorkloadClass workload, GpuModel gpu) {
    return first.knows(workload, gpu) || otherwise.knows(workload, gpu);
  }

  @Override
  public String describe() {
    return first.describe() + "; else " + otherwise.describe();
  }

  private void tabulate(WorkloadClass workload, GpuModel gpu) {
    for (Spread spread : Spread.values()) {
      for (int gang = 1; gang <= GangCurve.MAX_GANG; gang++) {
        speeds[position(workload.index(), gpu.index(), spread, gang)] =
            chained(workload, gpu, gang, spread);
      }
    }
  }

  private double chained(WorkloadClass workload, GpuModel gpu, int gang, Spread spread) {
    SpeedModel model = first.knows(workload, gpu) ? first : otherwise;
    return model.speed(workload, gpu, gang, spread);
  }

  private int position(int workload, int gpu, Spread spread, int gang) {
    return ((workload * gpus.all().size() + gpu) * SPREADS + spread.ordinal()) * GangCurve.MAX_GANG
        + GangCurve.position(gang);
  }
}
