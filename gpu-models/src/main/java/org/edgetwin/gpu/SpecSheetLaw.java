package org.edgetwin.gpu;

import java.util.HashMap;
import java.util.Map;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Speed on a GPU that was not measured, or of a class that was not: carried over from a measured
 * GPU by the roofline of the data sheets,
 *
 * <pre>log(speed / speed on the measured GPU) = c log(P / P') + (1 - c) log(BW / BW') + log(f / f')
 * </pre>
 *
 * with c the {@linkplain WorkloadClass#computeShare() compute share} of the class, P peak
 * arithmetic, BW peak memory bandwidth and f the {@linkplain GpuModel#lawFactor() law factor} of
 * the GPU. P is the tensor rate if both GPUs have one, else the FP32 rate. GPUs with a tensor rate
 * are carried over from the V100, others from the P100; the K80 serves only itself, because its
 * rates say more about Kepler-era libraries than about its data sheet. Gangs scale like the
 * measured GPU's.
 *
 * <p>A class that was not measured has speed 1 on one node of reference GPUs by definition of its
 * work, and loses across nodes what the median measured class loses. A job that needs more memory
 * than the GPU has gets 0.
 *
 * <p>Limits: errors are documented in {@code docs/models/speed.md}; a single class may be off by a
 * factor of 2. O(1), no allocation.
 */
public final class SpecSheetLaw implements SpeedModel {
  private static final class Holder {
    static final SpecSheetLaw STANDARD = new SpecSheetLaw(MeasuredSpeeds.standard());
  }

  private final MeasuredSpeeds measured;
  private final WorkloadCatalog workloads = WorkloadCatalog.standard();
  private final GpuCatalog gpus = GpuCatalog.standard();
  private final GpuModel v100 = gpus.reference();
  private final GpuModel p100 = gpus.require("P100-PCIE-16");
  private final Map<String, SpeedErrors> errorsByGpu = new HashMap<>();
  private final double[] ratios = new double[workloads.all().size() * gpus.all().size()];

  private SpecSheetLaw(MeasuredSpeeds measured) {
    this.measured = measured;
    ShippedTable.forEach(
        "speed/errors.csv",
        row ->
            errorsByGpu.put(
                row.getField("gpu"),
                new SpeedErrors(
                    ShippedTable.number(row, "shared"), ShippedTable.number(row, "own"))));
    for (WorkloadClass workload : workloads.all()) {
      for (GpuModel gpu : gpus.all()) {
        ratios[position(workload.index(), gpu.index())] = ratioToAnchor(workload, gpu);
      }
    }
  }

  /** The law anchored at the measured table shipped with the program. */
  public static SpecSheetLaw standard() {
    return Holder.STANDARD;
  }

  @Override
  public double speed(WorkloadClass workload, GpuModel gpu, int gang, Spread spread) {
    if (workload.exceeds(gpu)) {
      return 0;
    }
    double anchor =
        measured.isMeasured(workload)
            ? measured.speed(workload, anchorColumn(gpu), gang, spread)
            : measured.usualFactor(MeasuredGpu.V100.position(), gang, spread);
    return anchor * tabulatedRatio(workload, gpu);
  }

  @Override
  public boolean knows(WorkloadClass workload, GpuModel gpu) {
    return true;
  }

  /** On the reference GPU the speed of a class that was not measured is 1 by definition. */
  @Override
  public SpeedErrors errors(WorkloadClass workload, GpuModel gpu) {
    if (gpu.id().equals(v100.id()) && !measured.isMeasured(workload)) {
      return SpeedErrors.NONE;
    }
    SpeedErrors own = errorsByGpu.get(gpu.id());
    return own != null
        ? own
        : errorsByGpu.get(gpu.lawFactor() == 1 ? "no law factor" : "usual law factor");
  }

  @Override
  public String describe() {
    return "spec-sheet law: carried over from V100 and P100 by memory bandwidth and peak"
        + " arithmetic";
  }

  private double tabulatedRatio(WorkloadClass workload, GpuModel gpu) {
    int workloadIndex = workloads.indexOf(workload);
    int gpuIndex = gpus.indexOf(gpu);
    return workloadIndex < 0 || gpuIndex < 0
        ? ratioToAnchor(workload, gpu)
        : ratios[position(workloadIndex, gpuIndex)];
  }

  private double ratioToAnchor(WorkloadClass workload, GpuModel gpu) {
    boolean fromP100 =
        measured.isMeasured(workload) && anchorColumn(gpu) == MeasuredGpu.P100.position();
    return ratio(workload, gpu, fromP100 ? p100 : v100);
  }

  /** The measured GPU that this one is carried over from. */
  private static int anchorColumn(GpuModel gpu) {
    return gpu.hasTensorRate() ? MeasuredGpu.V100.position() : MeasuredGpu.P100.position();
  }

  private int position(int workload, int gpu) {
    return workload * gpus.all().size() + gpu;
  }

  /** Speed on one GPU over the speed on another, from their data sheets alone. */
  static double ratio(WorkloadClass workload, GpuModel gpu, GpuModel from) {
    double compute =
        gpu.hasTensorRate() && from.hasTensorRate()
            ? gpu.tensorTflops() / from.tensorTflops()
            : gpu.fp32Tflops() / from.fp32Tflops();
    double bandwidth = gpu.memoryBandwidthGbs() / from.memoryBandwidthGbs();
    double share = workload.computeShare();
    return Math.exp(share * Math.log(compute) + (1 - share) * Math.log(bandwidth))
        * gpu.lawFactor()
        / from.lawFactor();
  }
}
