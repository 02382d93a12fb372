package org.edgetwin.gpu.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NetworkLawsTest {
  private static final CloudSites SITES = CloudSites.standard();
  private static final RttLaw RTT = RttLaw.standard();
  private static final ThroughputLaw THROUGHPUT = ThroughputLaw.standard();
  private static final TransferPrices PRICES = TransferPrices.standard();
  private static final Site VIRGINIA = SITES.site("aws:us-east-1");
  private static final Site FRANKFURT = SITES.site("aws:eu-central-1");
  private static final Site MADRID = Site.of("madrid", 40.4, -3.7);

  @Test
  void roundTripsAreSymmetricAndSlowerThanLight() {
    for (Site a : SITES.all()) {
      for (Site b : SITES.all()) {
        double rtt = RTT.rttMs(a, b);
        assertThat(rtt).isGreaterThanOrEqualTo(a.fibreMs(b)).isBetween(0.5, 500.0);
        assertThat(rtt).isCloseTo(RTT.rttMs(b, a), within(1e-12 * rtt));
      }
    }
    assertThat(RTT.rttMs(VIRGINIA, VIRGINIA)).isEqualTo(RttLaw.SELF_MS);
  }

  /** AWS's own pings of April 2022: 91 ms between Virginia and Frankfurt, about 0.5 % apart. */
  @Test
  void measuredPairsAreNearTheirMeasurement() {
    assertThat(RTT.rttMs(VIRGINIA, FRANKFURT)).isCloseTo(91, within(3.0));
    assertThat(RTT.logStandardDeviation(VIRGINIA, FRANKFURT)).isLessThan(0.05);
  }

  @Test
  void uncertaintyGrowsWithIgnorance() {
    LogSpread spread = RTT.spread();
    assertThat(spread.measured()).isLessThan(spread.unmeasured());
    assertThat(spread.unmeasured()).isLessThan(spread.newSite());
    assertThat(RTT.logStandardDeviation(MADRID, FRANKFURT)).isEqualTo(spread.newSite());
  }

  /** A place that nobody measured is as far as its neighbours are: a bit farther than Paris. */
  @Test
  void aNewSiteLearnsFromItsNeighbours() {
    double paris = RTT.rttMs(SITES.site("aws:eu-west-3"), VIRGINIA);
    assertThat(RTT.rttMs(MADRID, VIRGINIA)).isBetween(paris, 1.3 * paris);
    assertThat(RTT.baseLawMs(MADRID, VIRGINIA))
        .isEqualTo(RTT.baseMs() + RTT.detour() * MADRID.fibreMs(VIRGINIA));
  }

  /** The providers' own numbers: 5 Gbit/s out of an AWS machine, 7 of GCP, 16 of Azure's D32. */
  @Test
  void egressLimitsAreThoseOfTheProviders() {
    assertThat(THROUGHPUT.egressLimitGbitPerSecond("aws")).isCloseTo(5, within(0.3));
    assertThat(THROUGHPUT.egressLimitGbitPerSecond("gcp")).isCloseTo(7, within(0.3));
    assertThat(THROUGHPUT.egressLimitGbitPerSecond("azure")).isCloseTo(16, within(1.0));
  }

  @Test
  void throughputFallsWithTheRoundTrip() {
    RateCap cap = new RateCap(5, 2);
    assertThat(cap.gbitPerSecond(0)).isEqualTo(5);
    assertThat(cap.gbitPerSecond(500)).isCloseTo(5 / Math.E, within(1e-12));
    assertThat(THROUGHPUT.gbitPerSecond(VIRGINIA, FRANKFURT)).isBetween(3.5, 4.6);
    assertThatThrownBy(() -> THROUGHPUT.gbitPerSecond(MADRID, VIRGINIA))
        .hasMessageContaining("from network '' to 'aws'")
        .hasMessageContaining("Maybe one of [aws, azure, gcp, gcp-standard]");
  }

  /** 0.9 Gbit/s at 75 ms into AWS, 3.0 into GCP, in public tests of February 2022. */
  @Test
  void oneFlowIsLimitedByItsWindow() {
    assertThat(TcpWindow.of("aws").gbitPerSecond(75)).isCloseTo(0.9, within(0.01));
    assertThat(TcpWindow.of("gcp").gbitPerSecond(75)).isCloseTo(2.9, within(0.1));
    assertThat(TcpWindow.of("a home").bytes()).isEqualTo(TcpWindow.of(Site.NO_NETWORK).bytes());
    assertThat(TcpWindow.of("aws").bytesPerSecond(0)).isInfinite();
    assertThat(LastMile.fibreHome().upBytesPerSecond()).isEqualTo(12.5e6);
    assertThatThrownBy(() -> LastMile.ofMegabits(100, 0, 5)).hasMessageContaining("0.0 up");
  }

  @Test
  void leavingACloudCostsMoreThanStaying() {
    Site ohio = SITES.site("aws:us-east-2");
    assertThat(PRICES.usdPerGb(VIRGINIA, ohio)).isEqualTo(0.01);
    assertThat(PRICES.usdPerGb(VIRGINIA, FRANKFURT)).isEqualTo(0.02);
    assertThat(PRICES.usdPerGb(VIRGINIA, SITES.site("azure:eastus"))).isEqualTo(0.09);
    assertThat(PRICES.usdPerGb(VIRGINIA, MADRID)).isEqualTo(0.09);
    assertThat(PRICES.usdPerGb(MADRID, VIRGINIA)).isZero();
    assertThat(PRICES.usdPerGb(SITES.site("aws:af-south-1"), VIRGINIA)).isEqualTo(0.147);
    // Not in the list: as GCP's other regions.
    assertThat(PRICES.usdPerGb(SITES.site("gcp:asia-northeast1"), VIRGINIA)).isEqualTo(0.12);
    for (Site a : SITES.all()) {
      for (Site b : SITES.all()) {
        assertThat(PRICES.usdPerGb(a, b)).isBetween(0.0, 0.2);
      }
    }
  }
}
