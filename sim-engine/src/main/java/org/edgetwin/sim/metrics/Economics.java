package org.edgetwin.sim.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.HostKind;
import org.edgetwin.gpu.PowerModel;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.Regions;
import org.edgetwin.gpu.energy.EnergyUse;
import org.edgetwin.gpu.energy.PowerSupply;
import org.jspecify.annotations.Nullable;

/**
 * What turns GPU-seconds into electricity, carbon and, where it is accounted for, the bill of
 * electricity. Prices of GPUs are not here: jobs pay the price of the node group they run on.
 *
 * <p>Limits: one utilisation for every held GPU, unless use was kept by the hour with a share for
 * each class; without accounting, yearly averages of the grids.
 *
 * @param dataCentre power and PUE of nodes in data centres
 * @param community power and PUE of community nodes
 * @param heldUtilisation how busy a held GPU is taken to be, in [0, 1]; a free GPU is idle
 * @param gramsPerKwhByRegion CO2-equivalent of the grid of each region, by region id, g/kWh
 * @param accounting what is accounted for beside that; null if nothing is
 */
public record Economics(
    PowerModel dataCentre,
    PowerModel community,
    double heldUtilisation,
    Map<String, Double> gramsPerKwhByRegion,
    @Nullable Accounting accounting) {
  private static final double JOULES_PER_KWH = 3.6e6;
  private static final double GRAMS_PER_KG = 1000;
  private static final double HOUR_SECONDS = HourlyIntegral.HOUR_SECONDS;

  /** Energy and carbon at yearly averages, and nothing else. */
  public Economics(
      PowerModel dataCentre,
      PowerModel community,
      double heldUtilisation,
      Map<String, Double> gramsPerKwhByRegion) {
    this(dataCentre, community, heldUtilisation, gramsPerKwhByRegion, null);
  }

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
    return accounting == null ? wholeRunKwh(usage) : use(usage).kilowattHours();
  }

  /** Carbon of that electricity, kg CO2-equivalent; NaN if the region's grid is unknown. */
  public double carbonKg(GroupUsage usage) {
    if (accounting != null) {
      return use(usage).carbonKg();
    }
    double gramsPerKwh = gramsPerKwhByRegion.getOrDefault(usage.region(), Double.NaN);
    return energyKwh(usage) * gramsPerKwh / GRAMS_PER_KG;
  }

  /** Energy, its price and its carbon over the run; the price is unknown without accounting. */
  public EnergyUse use(GroupUsage usage) {
    if (accounting == null) {
      return new EnergyUse(energyKwh(usage), Double.NaN, carbonKg(usage));
    }
    if (usage.hours() != null) {
      return useByHour(usage).stream().reduce(EnergyUse.NONE, EnergyUse::plus);
    }
    if (accounting.electricity().hourly() || accounting.supplyLosses()) {
      throw new IllegalStateException("The use of node groups was not kept by the hour.");
    }
    return accounting.electricity().use(usage.region(), wholeRunKwh(usage), 0, HOUR_SECONDS);
  }

  /**
   * Energy, its price and its carbon in each hour of the run. Exact where the run starts on a full
   * hour, because prices and intensities are constant within one.
   */
  public List<EnergyUse> useByHour(GroupUsage usage) {
    HourlyUse hours = usage.hours();
    List<EnergyUse> useList = new ArrayList<>(hours.hours());
    for (int hour = 0; hour < hours.hours(); hour++) {
      double up = hours.upGpuSeconds()[hour];
      double held = hours.heldGpuSeconds()[hour];
      double busyShare = held > 0 ? hours.busyGpuSeconds()[hour] / held : 0;
      double start = hour * HOUR_SECONDS;
      useList.add(
          up > 0
              ? accounting
                  .electricity()
                  .use(
                      usage.region(),
                      kilowattHours(usage, up, held, busyShare),
                      start,
                      start + HOUR_SECONDS)
              : EnergyUse.NONE);
    }
    return useList;
  }

  private double wholeRunKwh(GroupUsage usage) {
    return kilowattHours(usage, usage.upGpuSeconds(), usage.heldGpuSeconds(), heldUtilisation);
  }

  private double kilowattHours(
      GroupUsage usage, double upGpuSeconds, double heldGpuSeconds, double busyShare) {
    PowerModel power = usage.community() ? community : dataCentre;
    double heldJoules = heldGpuSeconds * PowerModel.gpuWatts(usage.gpuModel(), busyShare);
    double freeJoules = (upGpuSeconds - heldGpuSeconds) * PowerModel.gpuWatts(usage.gpuModel(), 0);
    double hostWattsPerGpu =
        power.nodeBaseWatts() * usage.nodes() / usage.gpus() + power.nodeWattsPerGpu();
    double hostJoules = upGpuSeconds * hostWattsPerGpu;
    double machineJoules = heldJoules + freeJoules + hostJoules;
    if (accounting != null && accounting.supplyLosses() && !usage.community()) {
      // Losses are a fixed and a proportional part, so the mean power of a node gives their mean.
      double nodeSeconds = upGpuSeconds * usage.nodes() / usage.gpus();
      PowerSupply supply = PowerSupply.dataCentre(power.pue());
      return nodeSeconds * supply.gridWatts(machineJoules / nodeSeconds) / JOULES_PER_KWH;
    }
    return power.facilityWatts(machineJoules) / JOULES_PER_KWH;
  }
}
