package org.edgetwin.sim.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import org.edgetwin.gpu.HostKind;
import org.edgetwin.gpu.PowerModel;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.Regions;

/**
 * What turns GPU-seconds into electricity and carbon. Prices are not here: jobs pay the price of
 * the node group they run on.
 *
 * <p>Limits: one utilisation for every held GPU; yearly averages of the grids.
 *
 * @param dataCentre power and PUE of nodes in data centres
 * @param community power and PUE of community nodes
 * @param heldUtilisation how busy a held GPU is taken to be, in [0, 1]; a free GPU is idle
 * @param gramsPerKwhByRegion CO2-equivalent of the grid of each region, by region id, g/kWh
 */
public record Economics(
    PowerModel dataCentre,
    PowerModel community,
    double heldUtilisation,
    Map<String, Double> gramsPerKwhByRegion) {
  private static final double JOULES_PER_KWH = 3.6e6;
  private static final double GRAMS_PER_KG = 1000;

  public Economics {
    if (!(heldUtilisation >= 0 && heldUtilisation <= 1)) {
      throw new IllegalArgumentException(
          "The heldUtilisation (" + heldUtilisation + ") is not in 0..1.");
    }
    gramsPerKwhByRegion = Map.copyOf(gramsPerKwhByRegion);
  }

  /** Overheads and grids of the shipped tables, a held GPU fully busy: an upper estimate. */
  public static Economics standard() {
    Map<String, Double> gramsPerKwh = new LinkedHashMap<>();
    for (Region region : Regions.standard().all()) {
      gramsPerKwh.put(region.id(), region.gridGramsPerKwh());
    }
    return new Economics(
        PowerModel.of(HostKind.DATACENTER), PowerModel.of(HostKind.COMMUNITY), 1, gramsPerKwh);
  }

  /**
   * Electricity that a node group drew from the grid over the run, kWh. A node that is away draws
   * nothing; nodes without GPUs are not counted.
   */
  public double energyKwh(GroupUsage usage) {
    PowerModel power = usage.community() ? community : dataCentre;
    double heldJoules =
        usage.heldGpuSeconds() * PowerModel.gpuWatts(usage.gpuModel(), heldUtilisation);
    double freeJoules =
        (usage.upGpuSeconds() - usage.heldGpuSeconds()) * PowerModel.gpuWatts(usage.gpuModel(), 0);
    double hostWattsPerGpu =
        power.nodeBaseWatts() * usage.nodes() / usage.gpus() + power.nodeWattsPerGpu();
    double hostJoules = usage.upGpuSeconds() * hostWattsPerGpu;
    return power.facilityWatts(heldJoules + freeJoules + hostJoules) / JOULES_PER_KWH;
  }

  /** Carbon of that electricity, kg CO2-equivalent; NaN if the region's grid is unknown. */
  public double carbonKg(GroupUsage usage) {
    double gramsPerKwh = gramsPerKwhByRegion.getOrDefault(usage.region(), Double.NaN);
    return energyKwh(usage) * gramsPerKwh / GRAMS_PER_KG;
  }
}
