package org.edgetwin.gpu.training;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.SpecSheetLaw;
import org.edgetwin.gpu.SpeedErrors;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.gpu.operators.Estimate;
import org.edgetwin.gpu.operators.GpuTraitsTable;
import org.edgetwin.gpu.operators.PassTimes;
import org.edgetwin.gpu.operators.TransformerPass;
import org.jspecify.annotations.Nullable;

/**
 * Speed of transformers that gangs train by a plan: the step ({@link TransformerStep}) of the same
 * gang of reference GPUs in one node, over the step here. A plan that does not fit a GPU's memory,
 * or whose copies do not fill the gang, cannot run there; on the reference GPUs, which only define
 * the unit of work, everything fits.
 *
 * <p>Limits: those of {@link TransformerStep} and {@link GangNetwork}, so not held against measured
 * steps. A step is worked out at each question: microseconds.
 */
public final class PlannedSpeed implements SpeedModel {
  /**
   * A class and its plan.
   *
   * @param pass of the samples that each copy of the model works through in a step
   * @param utilization share of the peak (of tensor cores if there are) that a GPU achieves; null:
   *     FP32 by {@link PassTimes}, and by the spec-sheet law on GPUs that it does not know
   */
  public record Planned(TransformerPass pass, GangPlan plan, @Nullable Double utilization) {}

  /** Of peak memory bandwidth, what an optimizer's pass over its state reaches. */
  private static final double MEMORY_SHARE = 0.8;

  private static final double GIGA = 1e9;
  private static final double TERA = 1e12;

  private final Map<WorkloadClass, Planned> plannedByClass;
  private final PassTimes times = PassTimes.standard();
  private final GpuModel reference = GpuCatalog.standard().reference();

  public PlannedSpeed(Map<WorkloadClass, Planned> plannedByClass) {
    this.plannedByClass = Map.copyOf(plannedByClass);
  }

  @Override
  public double speed(WorkloadClass workload, GpuModel gpu, int gpus, Spread spread) {
    if (workload.exceeds(gpu)) {
      return 0;
    }
    Planned planned = plannedByClass.get(workload);
    Optional<ParallelPlan> plan = planned.plan().of(gpus, planned.pass().batch());
    if (plan.isEmpty()) {
      return 0;
    }
    OptionalDouble seconds =
        step(workload, plan.get(), gpu, spread, gpu.memoryGb() * GIGA)
            .seconds(size(planned), plan.get());
    if (seconds.isEmpty()) {
      return 0;
    }
    return step(workload, plan.get(), reference, Spread.ONE_NODE, Double.MAX_VALUE)
            .seconds(size(planned), plan.get())
            .orElseThrow()
        / seconds.getAsDouble();
  }

  private static TransformerSize size(Planned planned) {
    return TransformerSize.of(planned.pass().shape(), planned.pass().tokens());
  }

  private TransformerStep step(
      WorkloadClass workload, ParallelPlan plan, GpuModel gpu, Spread spread, double gpuBytes) {
    Planned planned = plannedByClass.get(workload);
    GangNetwork network = planned.plan().network();
    return new TransformerStep(
        flopsPerSecond(workload, planned, gpu),
        MEMORY_SHARE * gpu.memoryBandwidthGbs() * GIGA,
        gpuBytes,
        network.layers(gpu, plan, spread),
        network.stages(gpu, plan, spread),
        network.gradients(gpu, plan, spread),
        planned.plan().overlap(),
        TrainingMemory.USUAL);
  }

  /** What one GPU achieves on a micro-batch. */
  private double flopsPerSecond(WorkloadClass workload, Planned planned, GpuModel gpu) {
    if (planned.utilization() != null) {
      double peak = gpu.hasTensorRate() ? gpu.tensorTflops() : gpu.fp32Tflops();
      return planned.utilization() * peak * TERA;
    }
    if (!isTimed(gpu)) {
      double ratio = SpecSheetLaw.standard().speed(workload, gpu, 1, Spread.ONE_NODE);
      return ratio * flopsPerSecond(workload, planned, reference);
    }
    TransformerPass pass = microBatch(planned);
    double flops = Recompute.NONE.passes() * size(planned).forwardFlopsPerSample() * pass.batch();
    return flops / times.estimate(pass, gpu).seconds();
  }

  private static boolean isTimed(GpuModel gpu) {
    return GpuTraitsTable.standard().find(gpu.id()).isPresent();
  }

  private static TransformerPass microBatch(Planned planned) {
    TransformerPass pass = planned.pass();
    return new TransformerPass(
        pass.shape(), planned.plan().microBatchSamples(), pass.tokens(), true);
  }

  @Override
  public boolean knows(WorkloadClass workload, GpuModel gpu) {
    return plannedByClass.containsKey(workload);
  }

  @Override
  public SpeedErrors errors(WorkloadClass workload, GpuModel gpu) {
    Planned planned = plannedByClass.get(workload);
    if (gpu.equals(reference) || planned.utilization() != null) {
      return SpeedErrors.NONE;
    }
    if (!isTimed(gpu)) {
      return SpecSheetLaw.standard().errors(workload, gpu);
    }
    Estimate estimate = times.estimate(microBatch(planned), gpu);
    return new SpeedErrors(estimate.sharedLogSd(), estimate.ownLogSd());
  }

  @Override
  public String describe() {
    return "gangs by their plan (" + plannedByClass.size() + " classes)";
  }
}
