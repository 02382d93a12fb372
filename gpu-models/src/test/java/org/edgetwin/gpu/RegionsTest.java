package org.edgetwin.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {
  private static final Regions REGIONS = Regions.standard();
  private static final RegionLatency LATENCY = RegionLatency.standard();

  private static Region region(String name) {
    return REGIONS.find(name).orElseThrow();
  }

  @Test
  void twelveRegionsFoundByTheirCloudNamesToo() {
    assertThat(REGIONS.all()).hasSize(12);
    assertThat(region("us-east-1").id()).isEqualTo("us-east");
    assertThat(region("europe-west3").id()).isEqualTo("eu-central");
    assertThat(region("Japan East").id()).isEqualTo("ap-northeast");
    assertThat(REGIONS.find("moon")).isEmpty();
    assertThat(REGIONS.suggest("eu-centrall")).first().isEqualTo("eu-central");
  }

  @ParameterizedTest
  @CsvSource({"eu-west, eu-central, 640", "us-east, eu-west, 6000", "sa-east, ap-northeast, 18500"})
  void distancesAreThoseOfTheGlobe(String from, String to, double km) {
    assertThat(region(from).distanceKm(region(to))).isCloseTo(km, within(0.05 * km));
    assertThat(region(from).distanceKm(region(from))).isZero();
  }

  @Test
  void roundTripsAreSymmetricAndOneMillisecondInside() {
    for (Region a : REGIONS.all()) {
      assertThat(LATENCY.rttMs(a, a)).isEqualTo(1);
      for (Region b : REGIONS.all()) {
        assertThat(LATENCY.rttMs(a, b)).isEqualTo(LATENCY.rttMs(b, a));
      }
    }
    assertThat(LATENCY.rttMs(region("eu-west"), region("eu-central"))).isEqualTo(14);
    assertThat(LATENCY.rttMs(region("sa-east"), region("af-south"))).isEqualTo(337.25);
  }

  @Test
  void noRoundTripIsFasterThanLightInFibre() {
    List<Double> ratios = new ArrayList<>();
    for (Region a : REGIONS.all()) {
      for (Region b : REGIONS.all()) {
        if (a.index() < b.index()) {
          ratios.add(LATENCY.rttMs(a, b) / RegionLatency.fibreBoundMs(a, b));
        }
      }
    }
    double[] all = ratios.stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(all).hasSize(66);
    assertThat(Statistics.min(all)).isCloseTo(1.20, within(0.01));
    assertThat(Statistics.median(all)).isCloseTo(1.69, within(0.01));
    assertThat(Statistics.max(all)).isCloseTo(5.3, within(0.05));
  }

  /** Routes are not shortest paths, but a relay gains at most a twentieth. */
  @Test
  void relayingGainsLittle() {
    double worst = 0;
    for (Region a : REGIONS.all()) {
      for (Region b : REGIONS.all()) {
        for (Region via : REGIONS.all()) {
          double relayed = LATENCY.rttMs(a, via) + LATENCY.rttMs(via, b);
          worst = Math.max(worst, 1 - relayed / LATENCY.rttMs(a, b));
        }
      }
    }
    assertThat(worst).isCloseTo(0.0515, within(0.001));
  }

  @Test
  void aNewSiteFollowsTheLaw() {
    Region madrid = Region.custom("madrid", 40.4, -3.7, 150, 0.09);
    double rtt = LATENCY.rttMs(madrid, region("eu-west"));
    assertThat(rtt).isCloseTo(1.7 * madrid.distanceKm(region("eu-west")) / 100, within(1e-9));
    assertThat(LATENCY.rttMs(madrid, madrid)).isEqualTo(1);
  }

  @Test
  void bytesOutOfCapeTownCostMoreThanBytesIn() {
    EgressPrices egress = EgressPrices.standard();
    assertThat(egress.usdPerGb(region("af-south"), region("us-east"))).isEqualTo(0.147);
    assertThat(egress.usdPerGb(region("us-east"), region("af-south"))).isEqualTo(0.02);
    for (Region a : REGIONS.all()) {
      assertThat(egress.usdPerGb(a, a)).isZero();
      for (Region b : REGIONS.all()) {
        assertThat(egress.usdPerGb(a, b)).isBetween(0.0, 0.2);
      }
    }
  }

  @Test
  void carbonDiffersTenfold() {
    CarbonIntensity carbon = CarbonIntensity.yearlyAverage();
    assertThat(carbon.gramsPerKwh(region("sa-east"), 0)).isEqualTo(67.32);
    assertThat(carbon.gramsPerKwh(region("ap-south"), 1e6)).isEqualTo(678.76);
  }

  @Test
  void electricityPriceIsNeverUnknown() {
    ElectricityPrice price = ElectricityPrice.yearlyAverage();
    for (Region region : REGIONS.all()) {
      assertThat(price.usdPerKwh(region, 0)).isBetween(0.01, 0.2);
    }
    assertThat(region("ap-east").electricityUsdPerKwh()).isNaN();
    assertThat(price.usdPerKwh(region("ap-east"), 0))
        .isEqualTo(ElectricityPrice.UNKNOWN_REGION_USD_PER_KWH);
  }
}
