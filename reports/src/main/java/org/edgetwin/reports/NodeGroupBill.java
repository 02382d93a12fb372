package org.edgetwin.reports;

import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.GroupUsage;

/**
 * What one node group was, did and cost.
 *
 * @param group its index
 * @param gpuModel id of its GPU model
 * @param region id of its region
 * @param site its site
 * @param community whether it belongs to community operators
 * @param priceUsdPerGpuHour what jobs pay
 * @param nodes number of machines
 * @param gpus number of GPUs, up or not
 * @param upGpuSeconds GPU-seconds that its nodes were up
 * @param heldGpuSeconds GPU-seconds that jobs held
 * @param energyKwh electricity drawn from the grid, kWh
 * @param carbonKg carbon of that electricity, kg CO2-equivalent; NaN if unknown
 */
public record NodeGroupBill(
    int group,
    String gpuModel,
    String region,
    String site,
    boolean community,
    double priceUsdPerGpuHour,
    int nodes,
    int gpus,
    double upGpuSeconds,
    double heldGpuSeconds,
    double energyKwh,
    double carbonKg) {
  private static final double SECONDS_PER_HOUR = 3600;

  /** The bill of a group. */
  public static NodeGroupBill of(GroupUsage usage, Economics economics) {
    return new NodeGroupBill(
        usage.group(),
        usage.gpuModel().id(),
        usage.region(),
        usage.site(),
        usage.community(),
        usage.priceUsdPerGpuHour(),
        usage.nodes(),
        usage.gpus(),
        usage.upGpuSeconds(),
        usage.heldGpuSeconds(),
        economics.energyKwh(usage),
        economics.carbonKg(usage));
  }

  /** What its jobs paid, USD. */
  public double costUsd() {
    return heldGpuSeconds / SECONDS_PER_HOUR * priceUsdPerGpuHour;
  }
}
