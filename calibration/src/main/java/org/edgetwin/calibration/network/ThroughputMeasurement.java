package org.edgetwin.calibration.network;

import java.util.List;
import org.edgetwin.calibration.data.DataSet;
import org.edgetwin.gpu.network.Site;

/**
 * What one virtual machine sent another over 64 connections in 5 s [skyplane], Gbit/s.
 *
 * @param from the sender
 * @param to the receiver
 * @param sent what the sender's sockets took, the part that never left their buffers too
 * @param received what arrived
 */
record ThroughputMeasurement(Site from, Site to, double sent, double received) {
  private static final double BITS_PER_GIGABIT = 1e9;

  static List<ThroughputMeasurement> all() {
    return DataSet.rows(
        "skyplane/throughput_2022-01.csv.gz",
        row ->
            new ThroughputMeasurement(
                SkyplaneSites.end(row, "src"),
                SkyplaneSites.end(row, "dst"),
                DataSet.number(row, "throughput_sent") / BITS_PER_GIGABIT,
                DataSet.number(row, "throughput_received") / BITS_PER_GIGABIT));
  }

  RegionPair regions() {
    return RegionPair.of(from, to);
  }
}
