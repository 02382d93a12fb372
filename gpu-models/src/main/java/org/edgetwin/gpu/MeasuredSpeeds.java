package org.edgetwin.gpu;

/**
 * Speeds of 26 training job types on K80, P100 and V100, as measured by Gavel (OSDI 2020) inside
 * one node and across nodes. What was not measured is filled as follows:
 *
 * <ul>
 *   <li>gangs of 3, 5, 6 and 7: the logarithm of the speed is linear in the logarithm of the gang;
 *       if a neighbour does not fit in memory, neither does the gang;
 *   <li>gangs of more than 8: the speed of a gang of 8;
 *   <li>the seven classes measured on one GPU only (A3C, CycleGAN, Recommendation): speed of one
 *       GPU times the median, over the other classes on that GPU, of speed(gang) / speed(1);
 *   <li>two ResNet-50 classes on K80 across nodes: speed in one node times the usual loss of the
 *       other classes there.
 * </ul>
 *
 * <p>Limits: fp32-era software of 2019-20; some rows carry the oddities of that test bed (a V100
 * gang of 4 scales worse than one of 8). O(1), array reads only.
 */
public final class MeasuredSpeeds implements SpeedModel {
  private static final int COLUMNS = MeasuredGpu.COUNT;

  private static final class Holder {
    static final MeasuredSpeeds STANDARD = new MeasuredSpeeds(WorkloadCatalog.standard());
  }

  private final WorkloadCatalog workloads;
  private final int classCount;
  private final GavelThroughputs table;
  private final double[] speeds;
  private final double[] usualFactors = new double[COLUMNS * Spread.COUNT * GangCurve.MAX_GANG];

  private MeasuredSpeeds(WorkloadCatalog workloads) {
    this.workloads = workloads;
    table = GavelThroughputs.load(workloads);
    GangSpeeds gangSpeeds = new GangSpeeds(table);
    classCount = table.classCount();
    speeds = new double[classCount * usualFactors.length];
    for (int column = 0; column < COLUMNS; column++) {
      for (Spread spread : Spread.values()) {
        int curve = curve(column, spread);
        GangCurve.fill(gangSpeeds.usualFactors(column, spread), usualFactors, curve);
        for (int workload = 0; workload < classCount; workload++) {
          int offset = workload * usualFactors.length + curve;
          GangCurve.fill(gangSpeeds.speeds(workload, column, spread), speeds, offset);
        }
      }
    }
  }

  /** The table shipped with the program. */
  public static MeasuredSpeeds standard() {
    return Holder.STANDARD;
  }

  @Override
  public double speed(WorkloadClass workload, GpuModel gpu, int gang, Spread spread) {
    if (!knows(workload, gpu)) {
      throw new IllegalArgumentException(
          "The speed of " + workload.id() + " on " + gpu.id() + " was not measured.");
    }
    return speed(workload, MeasuredGpu.closest(gpu).position(), gang, spread);
  }

  @Override
  public boolean knows(WorkloadClass workload, GpuModel gpu) {
    return isMeasured(workload) && MeasuredGpu.is(gpu);
  }

  /**
   * Training steps per second of a gang of reference GPUs in one node, as Gavel measured them.
   *
   * @return NaN if the class was not measured with so many GPUs; 0 if it does not fit
   */
  public double referenceStepsPerSecond(WorkloadClass workload, int gang) {
    int position = GavelThroughputs.gangPosition(gang);
    return isMeasured(workload) && position >= 0
        ? table.rate(workload.index(), MeasuredGpu.V100.position(), Spread.ONE_NODE, position)
        : Double.NaN;
  }

  @Override
  public String describe() {
    return "measured: 26 training job types on K80, P100 and V100 (Gavel, OSDI 2020)";
  }

  boolean isMeasured(WorkloadClass workload) {
    int index = workloads.indexOf(workload);
    return index >= 0 && index < classCount;
  }

  /** Speed of a measured class on a measured column. */
  double speed(WorkloadClass workload, int column, int gang, Spread spread) {
    int offset = workload.index() * usualFactors.length + curve(column, spread);
    return speeds[offset + GangCurve.position(gang)];
  }

  /** Speed of a gang over that of one GPU, for the median class on this column. */
  double usualFactor(int column, int gang, Spread spread) {
    return usualFactors[curve(column, spread) + GangCurve.position(gang)];
  }

  private static int curve(int column, Spread spread) {
    return (column * Spread.COUNT + spread.position()) * GangCurve.MAX_GANG;
  }
}
