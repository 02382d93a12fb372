package org.edgetwin.sim.metrics;

import java.util.Map;
import java.util.Optional;
import org.edgetwin.gpu.ElectricityPrice;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.Regions;
import org.edgetwin.gpu.energy.EnergyUse;
import org.edgetwin.gpu.energy.HourlyGrid;
import org.jspecify.annotations.Nullable;

/**
 * What electricity costs and emits in each region: the same at all hours, or hour by hour where a
 * standard region has no constant of its own. A region without a price has {@link
 * ElectricityPrice#UNKNOWN_REGION_USD_PER_KWH}; one without a carbon intensity has none (NaN).
 * Immutable, thread-safe.
 */
public final class Electricity {
  private static final double JOULES_PER_KWH = 3.6e6;
  private static final double GRAMS_PER_KG = 1000;

  private final Map<String, Double> usdPerKwhByRegion;
  private final Map<String, Double> gramsPerKwhByRegion;
  private final @Nullable HourlyGrid grid;

  /**
   * Electricity by region id.
   *
   * @param usdPerKwhByRegion prices that do not change, USD/kWh
   * @param gramsPerKwhByRegion carbon intensities that do not change, g/kWh
   * @param grid what holds for standard regions that are not in these maps; null if nothing does
   */
  public Electricity(
      Map<String, Double> usdPerKwhByRegion,
      Map<String, Double> gramsPerKwhByRegion,
      @Nullable HourlyGrid grid) {
    this.usdPerKwhByRegion = Map.copyOf(usdPerKwhByRegion);
    this.gramsPerKwhByRegion = Map.copyOf(gramsPerKwhByRegion);
    this.grid = grid;
  }

  /** Whether it changes by the hour in some region. */
  public boolean hourly() {
    return grid != null;
  }

  /** Whether the carbon of a region follows the hourly profiles of Electricity Maps. */
  public boolean usesCarbonProfile(String region) {
    return hourlyRegion(region).isPresent() && !gramsPerKwhByRegion.containsKey(region);
  }

  private Optional<Region> hourlyRegion(String region) {
    return grid == null ? Optional.empty() : Regions.standard().find(region);
  }

  /**
   * The price at an instant, USD/kWh.
   *
   * @param time seconds since the start of the run
   */
  public double usdPerKwh(String region, double time) {
    Double constant = usdPerKwhByRegion.get(region);
    if (constant != null) {
      return constant;
    }
    return hourlyRegion(region)
        .map(known -> grid.price().usdPerKwh(known, time))
        .orElse(ElectricityPrice.UNKNOWN_REGION_USD_PER_KWH);
  }

  /**
   * What electricity that was drawn evenly over an interval cost and emitted.
   *
   * @param fromTime seconds since the start of the run
   * @param toTime after {@code fromTime}
   */
  public EnergyUse use(String region, double kilowattHours, double fromTime, double toTime) {
    Double usdPerKwh = usdPerKwhByRegion.get(region);
    Double gramsPerKwh = gramsPerKwhByRegion.get(region);
    EnergyUse byHour =
        hourlyRegion(region)
            .map(
                known -> {
                  double watts = kilowattHours * JOULES_PER_KWH / (toTime - fromTime);
                  return grid.use(known, watts, fromTime, toTime);
                })
            .orElse(
                new EnergyUse(
                    kilowattHours,
                    kilowattHours * ElectricityPrice.UNKNOWN_REGION_USD_PER_KWH,
                    Double.NaN));
    return new EnergyUse(
        kilowattHours,
        usdPerKwh == null ? byHour.usd() : kilowattHours * usdPerKwh,
        gramsPerKwh == null ? byHour.carbonKg() : kilowattHours * gramsPerKwh / GRAMS_PER_KG);
  }
}
