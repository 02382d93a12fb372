package org.edgetwin.gpu;

/**
 * CO2-equivalent of a kilowatt-hour from the grid. Pure: the same region and time give the same
 * number.
 */
@FunctionalInterface
public interface CarbonIntensity {

  /**
   * Carbon intensity, g/kWh.
   *
   * @param time simulated seconds since the start of the run
   */
  double gramsPerKwh(Region region, double time);

  /** The region's yearly average, whatever the time. */
  static CarbonIntensity yearlyAverage() {
    return (region, time) -> region.gridGramsPerKwh();
  }
}
