package org.edgetwin.gpu.goodput;

import org.edgetwin.gpu.training.DataParallelStep;
import org.edgetwin.gpu.training.GangShape;

/**
 * Step time as measured and fitted, see {@link DataParallelStep}. On other GPUs the computation is
 * stretched and the exchange of gradients stays what it was.
 */
public record MeasuredStep(DataParallelStep step) implements StepTime {
  @Override
  public double seconds(GangShape gang, double batchPerGpu, double stretch) {
    double alone = stretch * step.compute().at(batchPerGpu);
    double exchange = step.exchange().seconds(gang);
    return alone * step.others().stretch(gang) + step.overlap().exposedSeconds(exchange, alone);
  }

  @Override
  public double passSeconds(GangShape gang, double batchPerGpu, double stretch) {
    return stretch * step.compute().at(batchPerGpu) * step.others().stretch(gang);
  }
}
