package org.edgetwin.scenarios;

import org.edgetwin.scenarios.model.MachineVariationPlan;
import org.edgetwin.sim.availability.CombinedVariation;
import org.edgetwin.sim.availability.DeviceFluctuation;
import org.edgetwin.sim.availability.Stragglers;
import org.edgetwin.sim.variation.HiddenFactors;
import org.edgetwin.sim.variation.VariationModel;

/** Makes the variation of machines that a scenario names. */
final class MachineVariations {
  private MachineVariations() {}

  static VariationModel of(MachineVariationPlan plan) {
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
    return plan instanceof MachineVariationPlan.AllOf all
        ? new CombinedVariation(all.of().stream().map(MachineVariations::of).toList())
        : VariationModel.NONE;
  }
}
