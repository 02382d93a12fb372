package org.edgetwin.gpu.network;

import java.util.Objects;
import org.edgetwin.gpu.Region;

/**
 * A place with machines, on somebody's network.
 *
 * @param id unique, such as {@code aws:us-east-1}
 * @param network whose backbone it hangs on, such as {@code aws}; {@link #NO_NETWORK} for a home or
 *     an office
 * @param latitude degrees north, city level
 * @param longitude degrees east, city level
 */
public record Site(String id, String network, double latitude, double longitude) {
  /** The network of a place that hangs on no backbone the program knows. */
  public static final String NO_NETWORK = "";

  private static final double EARTH_RADIUS_KM = 6371;
  private static final double FIBRE_KM_PER_RTT_MS = 100;

  public Site {
    Objects.requireNonNull(id);
    Objects.requireNonNull(network);
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "The place of "
              + id
              + " ("
              + latitude
              + ", "
              + longitude
              + ") is not on the globe. Maybe latitude and longitude are swapped.");
    }
  }

  /** A place on no known backbone. */
  public static Site of(String id, double latitude, double longitude) {
    return new Site(id, NO_NETWORK, latitude, longitude);
  }

  /** A region's city, on no known backbone. */
  public static Site of(Region region) {
    return of(region.id(), region.latitude(), region.longitude());
  }

  /** Great-circle distance, km. */
  public double distanceKm(Site other) {
    double cosine = Math.cos(Math.toRadians(latitude));
    double otherCosine = Math.cos(Math.toRadians(other.latitude));
    double turn = Math.toRadians(other.longitude - longitude);
    double x = otherCosine * Math.cos(turn) - cosine;
    double y = otherCosine * Math.sin(turn);
    double z = Math.sin(Math.toRadians(other.latitude)) - Math.sin(Math.toRadians(latitude));
    double chord = Math.sqrt(x * x + y * y + z * z);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2));
  }

  /** The least round trip that light in a straight fibre allows, ms. */
  public double fibreMs(Site other) {
    return distanceKm(other) / FIBRE_KM_PER_RTT_MS;
  }
}
