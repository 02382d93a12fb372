package org.edgetwin.sim.engine;

import org.edgetwin.gpu.ContentionModel;
import org.edgetwin.gpu.HostContention;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.sim.variation.VariationModel;

/**
 * How fast jobs run.
 *
 * @param speeds speed of a workload class on a GPU model
 * @param contention what jobs on one GPU do to each other
 * @param hostContention what jobs on one machine do to each other beside that
 * @param variation how machines differ from what their model promises
 * @param turnStretch by what jobs that take turns on GPUs take longer than an ideal period; at
 *     least 1
 */
public record Physics(
    SpeedModel speeds,
    ContentionModel contention,
    HostContention hostContention,
    VariationModel variation,
    double turnStretch) {
  /** Jobs that take turns do so without loss. */
  public Physics(
      SpeedModel speeds,
      ContentionModel contention,
      HostContention hostContention,
      VariationModel variation) {
    this(speeds, contention, hostContention, variation, 1);
  }

  /** Of machines that are alike, whose jobs meet on a GPU only. */
  public Physics(SpeedModel speeds, ContentionModel contention) {
    this(speeds, contention, HostContention.NONE, VariationModel.NONE);
  }

  public Physics {
    if (!(turnStretch >= 1 && turnStretch < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The turnStretch (" + turnStretch + ") is below 1. Maybe 1, for turns without loss.");
    }
  }
}
