package org.edgetwin.calibration.network;

import java.util.List;
import org.edgetwin.calibration.validation.Holdout;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.sim.validation.CheckCell;

/** Round trips between regions of three clouds, pairs of regions left out. */
public final class RttCheck implements ModelCheck {
  private static final double BAR = 0.065;
  private static final double SHARE = 0.3;
  private static final int TIMES = 3;

  @Override
  public String part() {
    return "network";
  }

  @Override
  public String name() {
    return "rtt-pairs";
  }

  @Override
  public String model() {
    return "RttLaw: base law of distance, times a Gaussian process over pairs of sites";
  }

  @Override
  public String data() {
    return "Skyplane's pings of April 2022 between 69 regions of AWS, Azure and GCP [skyplane],"
        + " above 20 ms";
  }

  @Override
  public String split() {
    return "30 % of the pairs of regions, both directions and all tiers, three times; rows whose"
        + " pings disagree (one in eight) are not fitted on, but predicted";
  }

  @Override
  public List<CheckCell> run() {
    List<RttMeasurement> all = RttMeasurement.all();
    List<Holdout<RttMeasurement>> splits = pairsOut(all);
    RttComparisons pairs = RttComparisons.of(splits);
    RttComparisons regions = RttComparisons.of(regionsOut(all));
    return List.of(
        new CheckCell(
            "pairs left out",
            "ms",
            true,
            pairs.predicted(),
            RelativeErrors.withBar(pairs.predicted(), BAR, pairs.naiveMedian())),
        new CheckCell(
            "regions left out",
            "ms",
            true,
            regions.predicted(),
            RelativeErrors.reported(regions.predicted(), regions.naiveMedian())));
  }

  static List<Holdout<RttMeasurement>> pairsOut(List<RttMeasurement> rows) {
    return Holdout.repeated(rows, RttMeasurement::regions, SHARE, TIMES, "network/rtt-pairs");
  }

  static List<Holdout<RttMeasurement>> regionsOut(List<RttMeasurement> rows) {
    return RegionHoldout.of(rows, RttMeasurement::regions, "network/rtt-regions");
  }
}
