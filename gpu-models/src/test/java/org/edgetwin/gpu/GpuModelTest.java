package org.edgetwin.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GpuModelTest {
  private static GpuModelBuilder card() {
    return GpuModel.custom("card").memoryGb(24).memoryBandwidthGbs(1000).fp32Tflops(40);
  }

  @Test
  void unknownFiguresFollowTheLawOfTheirClass() {
    GpuModel home = card().gpuClass(GpuClass.CONSUMER).build();
    GpuModel hall = card().gpuClass(GpuClass.DATACENTER).build();
    assertThat(home.tdpWatts()).isNaN();
    assertThat(home.powerWatts()).isCloseTo(433.7, within(0.1));
    assertThat(home.idlePowerWatts()).isCloseTo(0.05 * home.powerWatts(), within(1e-9));
    assertThat(hall.powerWatts()).isCloseTo(240, within(0.1));
    assertThat(home.priceUsdPerHour()).isLessThan(hall.priceUsdPerHour());
  }

  @Test
  void givenFiguresComeBeforeTheLaw() {
    GpuModel gpu = card().tdpWatts(200).idleWatts(7).build();
    assertThat(gpu.powerWatts()).isEqualTo(200);
    assertThat(gpu.idlePowerWatts()).isEqualTo(7);
  }

  @Test
  void priceIsTheCloudListElseTheMarketAskElseTheLaw() {
    assertThat(card().cloudUsdPerHour(2).marketUsdPerHour(1).build().priceUsdPerHour())
        .isEqualTo(2);
    assertThat(card().marketUsdPerHour(1).build().priceUsdPerHour()).isEqualTo(1);
    assertThat(card().build().priceUsdPerHour()).isCloseTo(0.84, within(0.01));
    assertThat(card().cloudUsdPerHour(2).build().askUsdPerHour()).isCloseTo(0.53, within(0.01));
  }

  @Test
  void lawsAreGoodToAFactorOfTwoAndAHalfOnTheCatalogue() {
    GpuFallbacks fallbacks = GpuFallbacks.standard();
    for (GpuModel gpu : GpuCatalog.standard().all()) {
      if (!Double.isNaN(gpu.tdpWatts()) && gpu.memoryBandwidthGbs() > 320) {
        assertThat(fallbacks.tdpWatts(gpu) / gpu.tdpWatts()).as(gpu.id()).isBetween(0.3, 2.5);
      }
    }
  }

  @Test
  void variantKeepsEverythingElse() {
    GpuModel a100 = GpuCatalog.standard().require("A100");
    GpuModel slow = a100.variant("a100-capped").memoryBandwidthGbs(1000).build();
    assertThat(slow.index()).isEqualTo(GpuModel.NOT_CATALOGUED);
    assertThat(slow.memoryGb()).isEqualTo(a100.memoryGb());
    assertThat(slow.lawFactor()).isEqualTo(a100.lawFactor());
    assertThat(slow.memoryBandwidthGbs()).isEqualTo(1000);
  }

  @Test
  void missingOrImpossibleFiguresAreNamed() {
    assertThatThrownBy(() -> GpuModel.custom("x").memoryGb(8).fp32Tflops(1).build())
        .hasMessageContaining("memoryBandwidthGbs")
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> card().memoryGb(-1).build()).hasMessageContaining("memoryGb (-1.0)");
    assertThatThrownBy(() -> card().cloudUsdPerHour(0).build())
        .hasMessageContaining("cloudUsdPerHour (0.0)");
    assertThatThrownBy(() -> card().tdpWatts(Double.POSITIVE_INFINITY).build())
        .hasMessageContaining("tdpWatts");
    assertThatThrownBy(() -> GpuModel.custom(" ").build()).hasMessageContaining("id is missing");
  }
}
