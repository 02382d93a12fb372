package org.edgetwin.gpu;

import java.util.Arrays;
import org.edgetwin.gpu.table.ShippedTable;

/**
 * Round-trip times between regions, ms, over data-centre backbones; the same in both directions, 1
 * ms inside a region. A region that is not in the table gets 1.7 times the great-circle time in
 * fibre (100 km of distance per ms of round trip), the median ratio of the table, and at least 1
 * ms.
 *
 * <p>Limits: no jitter, no congestion; a node at home adds its last mile (5-25 ms). O(1), no
 * allocation.
 */
public final class RegionLatency {
  private static final double SELF_MS = 1;
  private static final double FIBRE_KM_PER_MS = 100;
  private static final double DETOUR = 1.7;

  private static final class Holder {
    static final RegionLatency STANDARD = new RegionLatency(Regions.standard());
  }

  private final Regions regions;
  private final double[] rttMs;

  private RegionLatency(Regions regions) {
    this.regions = regions;
    int count = regions.all().size();
    rttMs = new double[count * count];
    Arrays.fill(rttMs, Double.NaN);
    ShippedTable.forEach(
        "regions/links.csv",
        row -> {
          int from = regions.find(row.getField("from")).orElseThrow().index();
          int to = regions.find(row.getField("to")).orElseThrow().index();
          rttMs[from * count + to] = ShippedTable.number(row, "rtt_ms");
          rttMs[to * count + from] = ShippedTable.number(row, "rtt_ms");
        });
  }

  /** The table shipped with the program. */
  public static RegionLatency standard() {
    return Holder.STANDARD;
  }

  /** Round-trip time, ms. */
  public double rttMs(Region from, Region to) {
    int fromIndex = regions.indexOf(from);
    int toIndex = regions.indexOf(to);
    return fromIndex < 0 || toIndex < 0
        ? lawMs(from, to)
        : rttMs[fromIndex * regions.all().size() + toIndex];
  }

  private static double lawMs(Region from, Region to) {
    return Math.max(SELF_MS, DETOUR * fibreBoundMs(from, to));
  }

  /** The least round-trip time that light in a straight fibre allows, ms. */
  static double fibreBoundMs(Region from, Region to) {
    return from.distanceKm(to) / FIBRE_KM_PER_MS;
  }
}
