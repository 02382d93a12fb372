package org.edgetwin.gpu.operators;

import java.util.Map;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.SpeedErrors;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;

/**
 * Speed of transformers whose sizes are known, by the time of a pass on each GPU ({@link
 * PassTimes}): time on the reference GPU over time here. Gangs scale as those of a class nothing
 * else is known about.
 *
 * <p>Knows the classes it was given, on GPUs whose multiprocessors are known. Limits: FP32 passes
 * without the optimiser's step; the error of the reference GPU is not counted twice. A pass is
 * timed at each question: a microsecond.
 */
public final class TransformerSpeed implements SpeedModel {
  private final Map<WorkloadClass, TransformerPass> passByClass;
  private final SpeedModel gangs;
  private final PassTimes times = PassTimes.standard();
  private final GpuModel reference = GpuCatalog.standard().reference();

  /**
   * @param passByClass what each class computes in a step
   * @param gangs a model that says how classes scale on the reference GPU
   */
  public TransformerSpeed(Map<WorkloadClass, TransformerPass> passByClass, SpeedModel gangs) {
    this.passByClass = Map.copyOf(passByClass);
    this.gangs = gangs;
  }

  @Override
  public double speed(WorkloadClass workload, GpuModel gpu, int gpus, Spread spread) {
    if (workload.exceeds(gpu)) {
      return 0;
    }
    TransformerPass pass = passByClass.get(workload);
    double ratio = times.estimate(pass, reference).seconds() / times.estimate(pass, gpu).seconds();
    return ratio * gangs.speed(workload, reference, gpus, spread);
  }

  @Override
  public boolean knows(WorkloadClass workload, GpuModel gpu) {
    return passByClass.containsKey(workload)
        && GpuTraitsTable.standard().find(gpu.id()).isPresent();
  }

  @Override
  public SpeedErrors errors(WorkloadClass workload, GpuModel gpu) {
    if (gpu.equals(reference)) {
      return SpeedErrors.NONE;
    }
    Estimate estimate = times.estimate(passByClass.get(workload), gpu);
    return new SpeedErrors(estimate.sharedLogSd(), estimate.ownLogSd());
  }

  @Override
  public String describe() {
    return "transformers by the time of a pass (" + passByClass.size() + " classes)";
  }
}
