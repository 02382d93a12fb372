package org.edgetwin.gpu.goodput;

import org.edgetwin.gpu.training.GangShape;

/** Duration of a data-parallel step. */
public sealed interface StepTime permits MeasuredStep, PolluxStep {
  /**
   * Seconds of a step, from one exchange of gradients to the next.
   *
   * @param batchPerGpu samples on each GPU
   * @param stretch how many times as long the GPUs compute as those of the law
   */
  double seconds(GangShape gang, double batchPerGpu, double stretch);

  /** Seconds of a pass whose gradients are added up and not exchanged. */
  double passSeconds(GangShape gang, double batchPerGpu, double stretch);
}
