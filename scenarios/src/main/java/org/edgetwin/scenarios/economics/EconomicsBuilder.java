package org.edgetwin.scenarios.economics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.edgetwin.gpu.ElectricityPrice;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.HostKind;
import org.edgetwin.gpu.PowerModel;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.Regions;
import org.edgetwin.gpu.energy.GpuPowerLaw;
import org.edgetwin.gpu.energy.HourlyGrid;
import org.edgetwin.gpu.energy.PowerSupply;
import org.edgetwin.gpu.energy.RepricingRule;
import org.edgetwin.gpu.energy.SpotPriceSeries;
import org.edgetwin.scenarios.model.CustomRegion;
import org.edgetwin.scenarios.model.FleetPlan;
import org.edgetwin.scenarios.model.GridChoice;
import org.edgetwin.scenarios.model.NodePlan;
import org.edgetwin.scenarios.model.PowerChoice;
import org.edgetwin.scenarios.model.PriceFloor;
import org.edgetwin.scenarios.model.PricingPlan;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.sim.fleet.PriceRule;
import org.edgetwin.sim.metrics.Accounting;
import org.edgetwin.sim.metrics.BusyShare;
import org.edgetwin.sim.metrics.Economics;
import org.edgetwin.sim.metrics.Electricity;
import org.jspecify.annotations.Nullable;

/** Makes what a scenario says of electricity, carbon, prices and operators. */
public final class EconomicsBuilder {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final int HOURS_PER_DAY = 24;

  private final Scenario scenario;
  private final org.edgetwin.scenarios.model.Economics plan;
  private final Electricity electricity;

  public EconomicsBuilder(Scenario scenario) {
    this.scenario = scenario;
    plan = scenario.economics();
    boolean yearly = plan.grid() == GridChoice.YEARLY;
    electricity =
        new Electricity(
            usdPerKwh(yearly),
            gramsPerKwh(yearly),
            yearly ? null : new HourlyGrid(plan.startHourOfYear() * SECONDS_PER_HOUR));
  }

  /** What turns GPU-seconds into electricity, carbon and money. */
  public Economics build() {
    return new Economics(
        power(HostKind.DATACENTER),
        power(HostKind.COMMUNITY),
        plan.heldUtilisation(),
        gramsPerKwh(true),
        accounting());
  }

  private @Nullable Accounting accounting() {
    boolean paidByCall =
        scenario.jobs().stream().anyMatch(source -> source.pricePerCallUsd() != null);
    boolean operators =
        plan.operators()
            || paidByCall
            || scenario.fleet().pricesMove()
            || scenario.fleet().nodes().stream().anyMatch(node -> node.operator() != null);
    return operators || plan.isDetailed()
        ? new Accounting(
            electricity,
            plan.power() == PowerChoice.STAGES,
            plan.keptShare(),
            plan.startHourOfYear() % HOURS_PER_DAY,
            operators)
        : null;
  }

  /** How busy jobs keep their GPUs, if use is needed by the hour; otherwise null. */
  public @Nullable BusyShare hourlyUse() {
    if (plan.power() == PowerChoice.STAGES) {
      return GpuPowerLaw.PROPOSED::share;
    }
    double held = plan.heldUtilisation();
    return plan.grid() == GridChoice.HOURLY ? workload -> held : null;
  }

  private PowerModel power(HostKind kind) {
    PowerModel usual = PowerModel.of(kind);
    Double pue = plan.pue();
    return pue == null
        ? usual
        : new PowerModel(pue, usual.nodeBaseWatts(), usual.nodeWattsPerGpu());
  }

  /**
   * Carbon intensities that do not change.
   *
   * @param yearly whether those of the program's regions are among them
   */
  private Map<String, Double> gramsPerKwh(boolean yearly) {
    Map<String, Double> grams = new HashMap<>();
    for (Region region : Regions.standard().all()) {
      if (yearly || plan.carbonIntensityGramsPerKwh() != null) {
        grams.put(region.id(), region.gridGramsPerKwh());
      }
    }
    for (CustomRegion region : scenario.regions()) {
      grams.put(region.id(), region.carbonIntensityGramsPerKwh());
    }
    Double everywhere = plan.carbonIntensityGramsPerKwh();
    if (everywhere != null) {
      grams.put(FleetPlan.NO_REGION, everywhere);
      grams.replaceAll((region, own) -> everywhere);
    }
    return grams;
  }

  private Map<String, Double> usdPerKwh(boolean yearly) {
    Map<String, Double> prices = new HashMap<>();
    Double everywhere = plan.electricityPriceUsdPerKwh();
    for (Region region : Regions.standard().all()) {
      if (everywhere != null || yearly) {
        prices.put(region.id(), ElectricityPrice.yearlyAverage().usdPerKwh(region, 0));
      }
    }
    for (CustomRegion region : scenario.regions()) {
      Double own = region.electricityPriceUsdPerKwh();
      prices.put(region.id(), own == null ? ElectricityPrice.UNKNOWN_REGION_USD_PER_KWH : own);
    }
    if (everywhere != null) {
      prices.put(FleetPlan.NO_REGION, everywhere);
      prices.replaceAll((region, own) -> everywhere);
    }
    return prices;
  }

  /**
   * How the price of a node group moves.
   *
   * @param region id of its region
   */
  public PriceRule priceRule(NodePlan node, GpuModel gpu, String region) {
    if (node.pricing() instanceof PricingPlan.Repricing repricing) {
      return new PriceRule.Repricing(
          new RepricingRule(repricing.gain(), repricing.target()),
          repricing.everySeconds(),
          floor(repricing.floor(), node.community(), gpu, region));
    }
    if (node.pricing() instanceof PricingPlan.Spot spot) {
      return new PriceRule.Spot(
          SpotPriceSeries.perGpu(spot.instance(), spot.zone()), spot.startsSeconds());
    }
    return PriceRule.POSTED;
  }

  private DoubleUnaryOperator floor(
      PriceFloor floor, boolean community, GpuModel gpu, String region) {
    if (floor instanceof PriceFloor.Fixed fixed) {
      return time -> fixed.priceUsdPerHour();
    }
    double extraWatts =
        PowerModel.gpuWatts(gpu, plan.heldUtilisation()) - PowerModel.gpuWatts(gpu, 0);
    double pue = power(community ? HostKind.COMMUNITY : HostKind.DATACENTER).pue();
    PowerSupply supply =
        plan.power() == PowerChoice.STAGES && !community
            ? PowerSupply.dataCentre(pue)
            : PowerSupply.lossless(pue);
    return time ->
        RepricingRule.marginalUsdPerHour(extraWatts, supply, electricity.usdPerKwh(region, time));
  }
}
