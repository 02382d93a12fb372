package org.edgetwin.gpu;

/** Price of a kilowatt-hour. Pure: the same region and time give the same number. */
@FunctionalInterface
public interface ElectricityPrice {
  /**
   * Price where a region's is unknown, USD/kWh: the default of the Frontier data-centre model
   * (ExaDigiT/RAPS).
   */
  double UNKNOWN_REGION_USD_PER_KWH = 0.094;

  /**
   * Price, USD/kWh.
   *
   * @param time simulated seconds since the start of the run
   */
  double usdPerKwh(Region region, double time);

  /**
   * The region's yearly average wholesale price, whatever the time, or {@link
   * #UNKNOWN_REGION_USD_PER_KWH}.
   */
  static ElectricityPrice yearlyAverage() {
    return (region, time) ->
        Double.isNaN(region.electricityUsdPerKwh())
            ? UNKNOWN_REGION_USD_PER_KWH
            : region.electricityUsdPerKwh();
  }
}
