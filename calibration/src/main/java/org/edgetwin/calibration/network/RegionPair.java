package org.edgetwin.calibration.network;

import org.edgetwin.gpu.network.CloudSites;
import org.edgetwin.gpu.network.Site;

/**
 * Two regions, whatever the direction and the network tiers: what is left out of a fit together.
 *
 * @param first before {@code second} by name
 */
record RegionPair(String first, String second) {
  static RegionPair of(Site from, Site to) {
    String a = CloudSites.regionOf(from);
    String b = CloudSites.regionOf(to);
    return a.compareTo(b) <= 0 ? new RegionPair(a, b) : new RegionPair(b, a);
  }
}
