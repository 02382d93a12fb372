package org.edgetwin.calibration.network;

import java.util.List;
import org.edgetwin.calibration.data.DataSet;
import org.edgetwin.gpu.network.Site;

/**
 * A few pings from one site to another [skyplane], ms.
 *
 * @param from who asks
 * @param to who answers
 */
record RttMeasurement(Site from, Site to, double minMs, double meanMs, double maxMs) {
  private static final double LARGEST_RANGE = 0.1;

  static List<RttMeasurement> all() {
    return DataSet.rows(
        "skyplane/latency_2022-04.csv.gz",
        row ->
            new RttMeasurement(
                SkyplaneSites.end(row, "src"),
                SkyplaneSites.end(row, "dst"),
                DataSet.number(row, "min_rtt"),
                DataSet.number(row, "avg_rtt"),
                DataSet.number(row, "max_rtt")));
  }

  RegionPair regions() {
    return RegionPair.of(from, to);
  }

  /**
   * Whether the pings agree. One row in eight mixes replies from somewhere else, mostly asked by
   * GCP machines: its smallest is often faster than light in fibre.
   */
  boolean isStable() {
    return maxMs - minMs <= LARGEST_RANGE * meanMs;
  }
}
