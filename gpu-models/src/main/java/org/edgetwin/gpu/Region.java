package org.edgetwin.gpu;

import org.edgetwin.gpu.table.Require;

/**
 * A place where GPUs are hosted: where it is and what its electricity costs and emits.
 *
 * @param id key used in scenarios, such as {@code eu-central}
 * @param place city or state
 * @param latitude degrees north, city level
 * @param longitude degrees east, city level
 * @param gridGramsPerKwh CO2-equivalent of the grid, yearly average, g/kWh
 * @param electricityUsdPerKwh yearly average wholesale price, USD/kWh; NaN = unknown
 * @param index dense position in {@link Regions#standard()}, or {@link #NOT_CATALOGUED}
 */
public record Region(
    String id,
    String place,
    double latitude,
    double longitude,
    double gridGramsPerKwh,
    double electricityUsdPerKwh,
    int index) {

  /** Index of a region that is not one of the standard ones. */
  public static final int NOT_CATALOGUED = -1;

  private static final double EARTH_RADIUS_KM = 6371;

  public Region {
    Require.text("id", id);
    Require.text("place", place);
    Require.within("latitude", latitude, -90, 90);
    Require.within("longitude", longitude, -180, 180);
    Require.positive("gridGramsPerKwh", gridGramsPerKwh);
    Require.positiveOrUnknown("electricityUsdPerKwh", electricityUsdPerKwh);
    Require.atLeast("index", index, NOT_CATALOGUED);
  }

  /** A region of a scenario's own. */
  public static Region custom(
      String id,
      double latitude,
      double longitude,
      double gridGramsPerKwh,
      double electricityUsdPerKwh) {
    return new Region(
        id, id, latitude, longitude, gridGramsPerKwh, electricityUsdPerKwh, NOT_CATALOGUED);
  }

  /** Great-circle distance, km. */
  public double distanceKm(Region other) {
    double halfLatitude = Math.toRadians(other.latitude - latitude) / 2;
    double halfLongitude = Math.toRadians(other.longitude - longitude) / 2;
    double haversine =
        Math.pow(Math.sin(halfLatitude), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(halfLongitude), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }
}
