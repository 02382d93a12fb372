package org.edgetwin.calibration.network;

import java.util.List;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.gpu.network.RttLaw;
import org.edgetwin.sim.validation.CheckCell;

/** Throughput between virtual machines of three clouds, pairs of regions left out. */
public final class ThroughputCheck implements ModelCheck {
  private static final double BAR = 0.06;
  private static final double SHARE = 0.3;
  private static final int TIMES = 3;

  @Override
  public String part() {
    return "network";
  }

  @Override
  public String name() {
    return "throughput-pairs";
  }

  @Override
  public String model() {
    return "ThroughputLaw: limit of the machine, decay with the round trip, Gaussian process over"
        + " pairs of sites";
  }

  @Override
  public String data() {
    return "Skyplane's iperf3 of January 2022, 64 connections for 5 s, 63 regions [skyplane]; what"
        + " arrived, not what the sender's sockets took";
  }

  @Override
  public String split() {
    return "30 % of the pairs of regions, both directions and all tiers, three times; round trips"
        + " are those of the shipped law, which is fitted to other measurements (pings)";
  }

  @Override
  public List<CheckCell> run() {
    List<ThroughputMeasurement> all = ThroughputMeasurement.all();
    ThroughputComparisons pairs =
        new ThroughputComparisons(received(RttLaw.standard())).onHoldouts(pairsOut(all));
    ThroughputComparisons regions =
        new ThroughputComparisons(received(RttLaw.standard())).onHoldouts(regionsOut(all));
    ThroughputComparisons sent =
        new ThroughputComparisons(new ThroughputFit(RttLaw.standard(), ThroughputMeasurement::sent))
            .onHoldouts(pairsOut(all));
    return List.of(
        new CheckCell(
            "pairs left out",
            "Gbit/s",
            true,
            pairs.predicted(),
            RelativeErrors.withBar(pairs.predicted(), BAR, pairs.naiveMedian())),
        new CheckCell(
            "regions left out",
            "Gbit/s",
            true,
            regions.predicted(),
            RelativeErrors.reported(regions.predicted(), regions.naiveMedian())),
        new CheckCell(
            "pairs left out, bytes that the sender's sockets took",
            "Gbit/s",
            true,
            sent.predicted(),
            RelativeErrors.reported(sent.predicted(), sent.naiveMedian())));
  }

  static ThroughputFit received(RttLaw rtt) {
    return new ThroughputFit(rtt, ThroughputMeasurement::received);
  }

  static List<Holdout<ThroughputMeasurement>> pairsOut(List<ThroughputMeasurement> rows) {
    return Holdout.repeated(
        rows, ThroughputMeasurement::regions, SHARE, TIMES, "network/throughput-pairs");
  }

  static List<Holdout<ThroughputMeasurement>> regionsOut(List<ThroughputMeasurement> rows) {
    return RegionHoldout.of(rows, ThroughputMeasurement::regions, "network/throughput-regions");
  }
}
