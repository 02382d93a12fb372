package org.edgetwin.calibration.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.edgetwin.calibration.validation.Holdout;
import org.junit.jupiter.api.Test;

class SkyplaneTest {
  private static final List<RttMeasurement> PINGS = RttMeasurement.all();

  @Test
  void allRowsAreRead() {
    assertThat(PINGS).hasSize(8010);
    assertThat(RttFit.sites(PINGS)).hasSize(90);
    assertThat(ThroughputMeasurement.all()).hasSize(7053);
    assertThat(ThroughputFit.sites(ThroughputMeasurement.all())).hasSize(84);
  }

  /** The recalled coordinates hold: only pings that are mixed up are faster than light. */
  @Test
  void noStablePingIsFasterThanLightInFibre() {
    List<RttMeasurement> stable = PINGS.stream().filter(RttMeasurement::isStable).toList();
    assertThat(stable).hasSize(8010 - 1062);
    assertThat(stable).allMatch(row -> row.minMs() >= row.from().fibreMs(row.to()));
    assertThat(PINGS.stream().filter(row -> row.minMs() < row.from().fibreMs(row.to())))
        .hasSize(257);
  }

  @Test
  void noPairOfRegionsIsOnBothSides() {
    for (Holdout<RttMeasurement> split : RttCheck.pairsOut(PINGS)) {
      Set<RegionPair> fit = regions(split.fit());
      assertThat(fit).doesNotContainAnyElementsOf(regions(split.test()));
      assertThat(split.test().size()).isBetween(2200, 2600);
    }
  }

  @Test
  void noRegionLeftOutIsInTheFit() {
    for (Holdout<RttMeasurement> split : RttCheck.regionsOut(PINGS)) {
      Set<String> inFit = new HashSet<>();
      split
          .fit()
          .forEach(row -> inFit.addAll(List.of(row.regions().first(), row.regions().second())));
      assertThat(inFit).hasSize(69 - 14);
      assertThat(split.test())
          .noneMatch(
              row ->
                  inFit.contains(row.regions().first()) && inFit.contains(row.regions().second()));
    }
  }

  private static Set<RegionPair> regions(List<RttMeasurement> rows) {
    return rows.stream().map(RttMeasurement::regions).collect(Collectors.toSet());
  }
}
