package org.edgetwin.calibration.network;

import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.calibration.network.LeastDeviations.Point;
import org.edgetwin.gpu.network.LogSpread;
import org.edgetwin.gpu.network.PairField;
import org.edgetwin.gpu.network.RttLaw;
import org.edgetwin.gpu.network.Site;
import org.edgetwin.gpu.network.SiteKernel;

/** Fits the law of round trips. */
final class RttFit {
  /** Chosen on random splits other than those of the check. */
  static final PairRegression REGRESSION =
      new PairRegression(new SiteKernel(3000, 0.6, 0.1), 0.04, 0.003);

  private static final double FLOOR = 0.02;

  private RttFit() {}

  /** Of the stable rows; a round trip is the same from either end. */
  static RttLaw fit(List<RttMeasurement> measurements, LogSpread spread) {
    List<RttMeasurement> stable = measurements.stream().filter(RttMeasurement::isStable).toList();
    LeastDeviations line =
        LeastDeviations.fit(
            stable.stream()
                .map(row -> new Point(row.from().fibreMs(row.to()), row.meanMs(), row.meanMs()))
                .toList(),
            FLOOR);
    PairSamples samples = new PairSamples(sites(stable));
    for (RttMeasurement row : stable) {
      double residual = Math.log(row.meanMs() / line.at(row.from().fibreMs(row.to())));
      samples.add(row.from(), row.to(), residual);
      samples.add(row.to(), row.from(), residual);
    }
    PairField field = REGRESSION.fit(samples);
    return new RttLaw(line.intercept(), line.slope(), field, spread);
  }

  static List<Site> sites(List<RttMeasurement> measurements) {
    return SkyplaneSites.of(measurements.stream().flatMap(row -> Stream.of(row.from(), row.to())));
  }
}
