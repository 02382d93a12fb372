package org.edgetwin.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PowerAndPriceTest {
  private static final GpuModel RTX_4090 = GpuCatalog.standard().require("RTX-4090");

  @Test
  void boardPowerRunsFromIdleToTheLimit() {
    assertThat(PowerModel.gpuWatts(RTX_4090, 1)).isEqualTo(450);
    assertThat(PowerModel.gpuWatts(RTX_4090, 0)).isCloseTo(22.5, within(1e-9));
    assertThat(PowerModel.gpuWatts(RTX_4090, 0.5)).isCloseTo(236.25, within(1e-9));
  }

  @Test
  void anHourOfAFullyUsedGamingCardCostsSevenCentsOfElectricity() {
    assertThat(PowerModel.gpuWatts(RTX_4090, 1) / 1000 * 0.15).isCloseTo(0.07, within(0.005));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfHostHasOverheads(HostKind kind) {
    PowerModel power = PowerModel.of(kind);
    assertThat(power.pue()).isBetween(1.0, 1.6);
    assertThat(power.hostWatts(8)).isGreaterThan(power.hostWatts(1));
    assertThat(power.facilityWatts(1000)).isEqualTo(1000 * power.pue());
  }

  @Test
  void homesHaveNoBuildingOverhead() {
    assertThat(PowerModel.of(HostKind.COMMUNITY).pue()).isEqualTo(1);
    assertThat(PowerModel.of(HostKind.DATACENTER).pue()).isEqualTo(1.56);
    assertThatThrownBy(() -> new PowerModel(0.9, 0, 0)).hasMessageContaining("pue (0.9)");
  }

  @Test
  void communityNodesAskTheMarketPriceAndDataCentresTheirList() {
    Prices prices = Prices.standard();
    GpuModel h100 = GpuCatalog.standard().require("H100");
    assertThat(prices.usdPerHour(h100, HostKind.DATACENTER)).isEqualTo(2.95);
    assertThat(prices.usdPerHour(h100, HostKind.COMMUNITY)).isEqualTo(1.87);
  }

  @Test
  void everyModelHasAPriceEverywhere() {
    for (GpuModel gpu : GpuCatalog.standard().all()) {
      for (HostKind host : HostKind.values()) {
        assertThat(Prices.standard().usdPerHour(gpu, host)).isBetween(0.05, 10.0);
      }
    }
  }

  @Test
  void dataCentreListPricesKeepTheOrderOfTheGenerations() {
    Prices prices = Prices.standard();
    double previous = 0;
    for (String id : new String[] {"T4", "L4", "L40S", "A100-SXM-40", "A100-SXM-80", "H100-SXM"}) {
      double price = prices.usdPerHour(GpuCatalog.standard().require(id), HostKind.DATACENTER);
      assertThat(price).as(id).isGreaterThan(previous);
      previous = price;
    }
  }
}
