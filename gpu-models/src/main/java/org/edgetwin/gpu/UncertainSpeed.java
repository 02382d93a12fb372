package org.edgetwin.gpu;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * One world out of those that the errors of a model allow: every predicted speed is off by a
 * log-normal factor, drawn once for each GPU model and once for each class on it, and stays so.
 * What was measured is not touched.
 */
public final class UncertainSpeed implements SpeedModel {
  private record Pair(String workload, String gpu) {}

  private final SpeedModel model;
  private final ToDoubleFunction<String> normal;
  private final Map<Pair, Double> factorByPair = new ConcurrentHashMap<>();

  /**
   * @param normal a standard normal deviate by name: the same name gives the same one
   */
  public UncertainSpeed(SpeedModel model, ToDoubleFunction<String> normal) {
    this.model = model;
    this.normal = normal;
  }

  @Override
  public double speed(WorkloadClass workload, GpuModel gpu, int gpus, Spread spread) {
    Pair pair = new Pair(workload.id(), gpu.id());
    Double factor = factorByPair.get(pair);
    if (factor == null) {
      factor = draw(model.errors(workload, gpu), pair);
      factorByPair.put(pair, factor);
    }
    return factor * model.speed(workload, gpu, gpus, spread);
  }

  private double draw(SpeedErrors errors, Pair pair) {
    return errors.equals(SpeedErrors.NONE)
        ? 1
        : Math.exp(
            errors.shared() * normal.applyAsDouble(pair.gpu())
                + errors.own() * normal.applyAsDouble(pair.gpu() + "/" + pair.workload()));
  }

  @Override
  public boolean knows(WorkloadClass workload, GpuModel gpu) {
    return model.knows(workload, gpu);
  }

  @Override
  public SpeedErrors errors(WorkloadClass workload, GpuModel gpu) {
    return model.errors(workload, gpu);
  }

  @Override
  public String describe() {
    return model.describe() + "; errors drawn anew in every replication";
  }
}
