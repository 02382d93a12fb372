package org.edgetwin.reports;

import org.edgetwin.gpu.energy.EnergyUse;
import org.edgetwin.sim.metrics.OperatorResult;

/**
 * What one operator of nodes sold, earned and spent.
 *
 * @param operator its name
 * @param gpus GPUs of its nodes, up or not
 * @param upGpuHours GPU-hours that they were up
 * @param rentedGpuHours GPU-hours that jobs held
 * @param rentUsd what jobs paid for GPU-hours
 * @param callsUsd what jobs paid by the call
 * @param revenueUsd its share of both
 * @param electricityUsd what its electricity cost
 * @param profitUsd revenue less electricity
 * @param energyKwh electricity drawn from the grid, kWh
 * @param carbonKg carbon of that electricity, kg CO2-equivalent; NaN if unknown
 */
public record OperatorBill(
    String operator,
    int gpus,
    double upGpuHours,
    double rentedGpuHours,
    double rentUsd,
    double callsUsd,
    double revenueUsd,
    double electricityUsd,
    double profitUsd,
    double energyKwh,
    double carbonKg) {
  static OperatorBill of(OperatorResult result) {
    EnergyUse energy = result.account().energy();
    return new OperatorBill(
        result.operator(),
        result.gpus(),
        result.upGpuHours(),
        result.rentedGpuHours(),
        result.account().hoursUsd(),
        result.account().callsUsd(),
        result.revenueUsd(),
        energy.usd(),
        result.profitUsd(),
        energy.kilowattHours(),
        energy.carbonKg());
  }

  /** Both together, under a name. */
  public OperatorBill plus(String name, OperatorBill other) {
    return new OperatorBill(
        name,
        gpus + other.gpus,
        upGpuHours + other.upGpuHours,
        rentedGpuHours + other.rentedGpuHours,
        rentUsd + other.rentUsd,
        callsUsd + other.callsUsd,
        revenueUsd + other.revenueUsd,
        electricityUsd + other.electricityUsd,
        profitUsd + other.profitUsd,
        energyKwh + other.energyKwh,
        carbonKg + other.carbonKg);
  }
}
