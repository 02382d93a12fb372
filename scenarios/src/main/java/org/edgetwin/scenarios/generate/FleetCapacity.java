package org.edgetwin.scenarios.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.SpeedModel;
import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;

/** What a fleet can do in a second for a mix of classes, in seconds of one GPU model. */
final class FleetCapacity {
  private final SpeedModel speeds;
  private final List<WorkloadClass> classes;
  private final GpuModel measuredOn;

  /**
   * A mix of classes.
   *
   * @param classes equally weighted: which class goes where is up to a scheduler
   * @param measuredOn the model that counts as 1
   */
  FleetCapacity(SpeedModel speeds, List<WorkloadClass> classes, GpuModel measuredOn) {
    this.speeds = speeds;
    this.classes = classes;
    this.measuredOn = measuredOn;
  }

  double of(FleetSpec fleet) {
    Map<GpuModel, Double> speedByModel = new HashMap<>();
    double sum = 0;
    for (NodeSpec node : fleet.nodes()) {
      sum += node.gpuCount() * speedByModel.computeIfAbsent(node.gpuModel(), this::meanSpeed);
    }
    return sum;
  }

  private double meanSpeed(GpuModel model) {
    return classes.stream()
        .mapToDouble(
            workload ->
                speeds.speed(workload, model, 1, Spread.ONE_NODE)
                    / speeds.speed(workload, measuredOn, 1, Spread.ONE_NODE))
        .average()
        .orElse(1);
  }
}
