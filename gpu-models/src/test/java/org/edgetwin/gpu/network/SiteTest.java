package org.edgetwin.gpu.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.Region;
import org.edgetwin.gpu.Regions;
import org.junit.jupiter.api.Test;

class SiteTest {
  private static final CloudSites SITES = CloudSites.standard();

  @Test
  void distanceIsThatOfRegions() {
    for (Region a : Regions.standard().all()) {
      for (Region b : Regions.standard().all()) {
        assertThat(Site.of(a).distanceKm(Site.of(b))).isCloseTo(a.distanceKm(b), within(1e-6));
      }
    }
  }

  @Test
  void antipodesAreHalfAroundTheGlobe() {
    double half = Math.PI * 6371;
    assertThat(Site.of("a", 10, 20).distanceKm(Site.of("b", -10, -160)))
        .isCloseTo(half, within(1e-3));
    assertThat(Site.of("a", 90, 0).fibreMs(Site.of("b", -90, 0)))
        .isCloseTo(half / 100, within(1e-3));
  }

  @Test
  void gcpRegionsStandOnTwoNetworks() {
    assertThat(SITES.all()).hasSize(72 + 27);
    Site standard = SITES.site("gcp:us-east4/standard");
    assertThat(standard.network()).isEqualTo(CloudSites.GCP_STANDARD);
    assertThat(CloudSites.regionOf(standard)).isEqualTo("gcp:us-east4");
    assertThat(standard.distanceKm(SITES.site("gcp:us-east4"))).isZero();
  }

  @Test
  void badInputIsNamed() {
    assertThatThrownBy(() -> SITES.site("aws:us-east-11"))
        .hasMessageContaining("aws:us-east-11")
        .hasMessageContaining("Maybe one of")
        .hasMessageContaining("aws:us-east-1");
    assertThatThrownBy(() -> Site.of("home", 100, 0))
        .hasMessageContaining("(100.0, 0.0)")
        .hasMessageContaining("Maybe");
  }
}
