package org.edgetwin.sim.engine;

import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.goodput.GoodputModel;
import org.edgetwin.gpu.goodput.GradientSignal;
import org.edgetwin.gpu.goodput.PolluxStep;
import org.edgetwin.sim.job.ElasticTraining;

/** Elastic training that each GPU more speeds up as much as the first one. */
public final class LinearTraining {
  private LinearTraining() {}

  /** On 1 to 8 GPUs of the reference speed, 100 samples on each. */
  public static ElasticTraining create() {
    GpuModel gpu =
        GpuModel.custom("x1.0").memoryGb(16).memoryBandwidthGbs(900).fp32Tflops(15).build();
    GoodputModel model =
        new GoodputModel(
            "linear",
            gpu,
            PolluxStep.perfect(0.01),
            GradientSignal.constant(0),
            100,
            800,
            1,
            800,
            1000);
    return ElasticTraining.of(model, 1, 8, 100);
  }
}
