package org.edgetwin.calibration.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.edgetwin.calibration.network.LeastDeviations.Point;
import org.edgetwin.gpu.network.LogSpread;
import org.edgetwin.gpu.network.NetworkPair;
import org.edgetwin.gpu.network.RateCap;
import org.edgetwin.gpu.network.RttLaw;
import org.edgetwin.gpu.network.Site;
import org.edgetwin.gpu.network.SiteKernel;
import org.edgetwin.gpu.network.ThroughputLaw;

/**
 * Fits the law of throughput, given that of round trips (which comes from other measurements).
 *
 * @param rtt gives the round trips
 * @param rate of a measurement, Gbit/s
 */
record ThroughputFit(RttLaw rtt, ToDoubleFunction<ThroughputMeasurement> rate) {
  /** Chosen on random splits other than those of the check. */
  static final PairRegression REGRESSION =
      new PairRegression(new SiteKernel(3000, 0.1, 0.1), 0.02, 0.003);

  private static final double FLOOR = 0.02;

  ThroughputLaw fit(List<ThroughputMeasurement> measurements, LogSpread spread) {
    Map<NetworkPair, List<Point>> pointsByNetworks =
        measurements.stream()
            .collect(
                Collectors.groupingBy(
                    row -> NetworkPair.of(row.from(), row.to()),
                    LinkedHashMap::new,
                    Collectors.mapping(this::point, Collectors.toList())));
    Map<NetworkPair, RateCap> capByNetworks = new LinkedHashMap<>();
    pointsByNetworks.forEach((networks, points) -> capByNetworks.put(networks, cap(points)));
    PairSamples samples = new PairSamples(sites(measurements));
    for (ThroughputMeasurement row : measurements) {
      double capped =
          capByNetworks
              .get(NetworkPair.of(row.from(), row.to()))
              .gbitPerSecond(rtt.rttMs(row.from(), row.to()));
      samples.add(row.from(), row.to(), Math.log(rate.applyAsDouble(row) / capped));
    }
    return new ThroughputLaw(rtt, capByNetworks, REGRESSION.fit(samples), spread);
  }

  static List<Site> sites(List<ThroughputMeasurement> measurements) {
    return SkyplaneSites.of(measurements.stream().flatMap(row -> Stream.of(row.from(), row.to())));
  }

  private Point point(ThroughputMeasurement row) {
    return new Point(rtt.rttMs(row.from(), row.to()) / 1000, Math.log(rate.applyAsDouble(row)), 1);
  }

  private static RateCap cap(List<Point> points) {
    LeastDeviations line = LeastDeviations.fit(points, FLOOR);
    return new RateCap(Math.exp(line.intercept()), -line.slope());
  }
}
