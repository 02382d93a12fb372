package org.edgetwin.scenarios;

import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.energy.ThermalModel;
import org.edgetwin.scenarios.model.MachineVariationPlan;
import org.edgetwin.sim.availability.CombinedVariation;
import org.edgetwin.sim.availability.DeviceFluctuation;
import org.edgetwin.sim.availability.Stragglers;
import org.edgetwin.sim.availability.ThermalThrottling;
import org.edgetwin.sim.availability.ThermalThrottling.Board;
import org.edgetwin.sim.fleet.FleetSpec;
import org.edgetwin.sim.fleet.NodeSpec;
import org.edgetwin.sim.variation.HiddenFactors;
import org.edgetwin.sim.variation.VariationModel;
import org.jspecify.annotations.Nullable;

/** Makes the variation of machines that a scenario names. */
final class MachineVariations {
  private MachineVariations() {}

  static VariationModel of(MachineVariationPlan plan, FleetSpec fleet) {
    if (plan instanceof MachineVariationPlan.Hidden hidden) {
      return new HiddenFactors(
          hidden.groups(),
          hidden.groupSd(),
          hidden.ownSd(),
          hidden.driftSd(),
          hidden.driftMemorySeconds(),
          hidden.driftStepSeconds(),
          hidden.classSd(),
          hidden.observationSd());
    }
    if (plan instanceof MachineVariationPlan.Devices devices) {
      return new DeviceFluctuation(
          devices.ownSd(),
          devices.outliers(),
          Math.log(devices.outlierSlowdown()),
          devices.noiseSd(),
          devices.noiseCorrelation(),
          devices.noiseStepSeconds(),
          devices.observationSd());
    }
    if (plan instanceof MachineVariationPlan.Stragglers stragglers) {
      return new Stragglers(
          stragglers.slowdown(), stragglers.slowForSeconds(), stragglers.fineForSeconds());
    }
    if (plan instanceof MachineVariationPlan.Thermal thermal) {
      ThermalModel heat =
          new ThermalModel(
              thermal.resistanceKelvinPerWatt(),
              thermal.capacityJoulesPerKelvin(),
              thermal.limitCelsius());
      Board[] boards = fleet.nodes().stream().map(MachineVariations::board).toArray(Board[]::new);
      return new ThermalThrottling(heat, thermal.roomCelsius(), boards);
    }
    return plan instanceof MachineVariationPlan.AllOf all
        ? new CombinedVariation(all.of().stream().map(part -> of(part, fleet)).toList())
        : VariationModel.NONE;
  }

  /** Data centres carry the heat away. */
  private static @Nullable Board board(NodeSpec node) {
    GpuModel gpu = node.gpuModel();
    return node.community() && gpu.powerWatts() > gpu.idlePowerWatts()
        ? new Board(gpu.idlePowerWatts(), gpu.powerWatts())
        : null;
  }
}
