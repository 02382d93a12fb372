package org.edgetwin.gpu.energy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.edgetwin.gpu.CarbonIntensity;
import org.edgetwin.gpu.ElectricityPrice;
import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.Regions;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.gpu.table.ShippedTable;
import org.jspecify.annotations.Nullable;

/**
 * Price and carbon intensity of electricity by region, month and hour. The shape of the year and
 * the day is that of the region's zone in 2023, the level that of the region's yearly average, so a
 * year costs and emits what the averages say. A region without a zone has its average at all hours.
 * Immutable and thread-safe; look-ups are O(1).
 *
 * <p>Limits: every day of a month is alike; prices are wholesale; time shifts of zones are left as
 * they were in 2023.
 */
public final class HourlyGrid {
  private static final class Holder {
    static final Map<String, MonthHourProfile> PRICES =
        MonthHourProfile.shipped("energy/electricity-usd-per-kwh.csv");
    static final Map<String, MonthHourProfile> CARBON =
        MonthHourProfile.shipped("carbon-odbl/carbon-g-per-kwh.csv");
  }

  private static final double JOULES_PER_KWH = 3.6e6;
  private static final double GRAMS_PER_KG = 1000;

  private final double startSecondOfYear;
  private final Map<String, MonthHourProfile> priceByRegion = new LinkedHashMap<>();
  private final Map<String, MonthHourProfile> carbonByRegion = new LinkedHashMap<>();

  /**
   * The standard regions.
   *
   * @param startSecondOfYear when the run starts, seconds since 1 January 00:00 UTC
   */
  public HourlyGrid(double startSecondOfYear) {
    Require.within("startSecondOfYear", startSecondOfYear, 0, MonthHourProfile.YEAR_SECONDS);
    this.startSecondOfYear = startSecondOfYear;
    ElectricityPrice average = ElectricityPrice.yearlyAverage();
    for (var row : ShippedTable.rows("energy/regions.csv", row -> row)) {
      Region region = Regions.standard().find(row.getField("region")).orElseThrow();
      MonthHourProfile price = Holder.PRICES.get(row.getField("electricity_zone"));
      MonthHourProfile carbon = Holder.CARBON.get(row.getField("carbon_zone"));
      priceByRegion.put(region.id(), onLevel(price, average.usdPerKwh(region, 0)));
      carbonByRegion.put(region.id(), onLevel(carbon, region.gridGramsPerKwh()));
    }
  }

  private static MonthHourProfile onLevel(@Nullable MonthHourProfile shape, double level) {
    return shape == null ? MonthHourProfile.constant(level) : shape.times(level / shape.mean());
  }

  /** The price of electricity, for what asks for it at an instant. */
  public ElectricityPrice price() {
    ElectricityPrice average = ElectricityPrice.yearlyAverage();
    return (region, time) -> {
      MonthHourProfile known = priceByRegion.get(region.id());
      return known == null ? average.usdPerKwh(region, time) : known.at(startSecondOfYear + time);
    };
  }

  /** The carbon intensity, for what asks for it at an instant. */
  public CarbonIntensity carbon() {
    return (region, time) -> {
      MonthHourProfile known = carbonByRegion.get(region.id());
      return known == null ? region.gridGramsPerKwh() : known.at(startSecondOfYear + time);
    };
  }

  /**
   * What a constant draw costs and emits over an interval: exact sums over its hours.
   *
   * @param gridWatts drawn from the grid, W
   * @param fromTime simulated seconds
   * @param toTime simulated seconds, not before {@code fromTime}
   */
  public EnergyUse use(Region region, double gridWatts, double fromTime, double toTime) {
    double kilowattHoursPerSecond = gridWatts / JOULES_PER_KWH;
    double averagePrice = ElectricityPrice.yearlyAverage().usdPerKwh(region, fromTime);
    double priceSeconds = integral(priceByRegion.get(region.id()), averagePrice, fromTime, toTime);
    double carbonSeconds =
        integral(carbonByRegion.get(region.id()), region.gridGramsPerKwh(), fromTime, toTime);
    return new EnergyUse(
        kilowattHoursPerSecond * (toTime - fromTime),
        kilowattHoursPerSecond * priceSeconds,
        kilowattHoursPerSecond * carbonSeconds / GRAMS_PER_KG);
  }

  private double integral(
      @Nullable MonthHourProfile profile, double average, double fromTime, double toTime) {
    return profile == null
        ? average * (toTime - fromTime)
        : profile.integral(startSecondOfYear + fromTime, startSecondOfYear + toTime);
  }
}
