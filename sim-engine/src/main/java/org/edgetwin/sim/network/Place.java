package org.edgetwin.sim.network;

import org.edgetwin.gpu.network.LastMile;
import org.edgetwin.gpu.network.Site;

/**
 * A machine or a store and its line to the world.
 *
 * @param site where it stands
 * @param upBytesPerSecond what it can send
 * @param downBytesPerSecond what it can receive
 * @param lastMileMs what its line adds to every round trip, ms
 */
public record Place(
    Site site, double upBytesPerSecond, double downBytesPerSecond, double lastMileMs) {
  private static final double BYTES_PER_GIGABIT = 1.25e8;

  /**
   * In a data centre.
   *
   * @param upGbitPerSecond such as {@link
   *     org.edgetwin.gpu.network.ThroughputLaw#egressLimitGbitPerSecond}
   * @param downGbitPerSecond such as that of its network card
   */
  public static Place inDataCentre(Site site, double upGbitPerSecond, double downGbitPerSecond) {
    return new Place(
        site, upGbitPerSecond * BYTES_PER_GIGABIT, downGbitPerSecond * BYTES_PER_GIGABIT, 0);
  }

  /** In a home or an office. */
  public static Place behind(LastMile line, Site site) {
    return new Place(site, line.upBytesPerSecond(), line.downBytesPerSecond(), line.rttMs());
  }
}
