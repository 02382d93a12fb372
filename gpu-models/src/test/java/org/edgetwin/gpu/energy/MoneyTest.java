package org.edgetwin.gpu.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void anAccountAddsUp() {
    EnergyUse energy = new EnergyUse(10, 1.5, 4);
    OperatorAccount account =
        OperatorAccount.EMPTY
            .withRent(2 * 3600, 0.4)
            .withCalls(300, 0.01)
            .withEnergy(energy)
            .withEnergy(energy);
    assertThat(account.hoursUsd()).isCloseTo(0.8, within(1e-12));
    assertThat(account.callsUsd()).isCloseTo(3, within(1e-12));
    assertThat(account.energy()).isEqualTo(new EnergyUse(20, 3, 8));
    // A quarter of what users pay is burned.
    assertThat(account.profitUsd(0.75)).isCloseTo(0.75 * 3.8 - 3, within(1e-12));
    assertThat(account.plus(account).paidUsd()).isCloseTo(7.6, within(1e-12));
  }

  @Test
  void aPublishedPaymentOfTheEdgeCloud() {
    // 340 s at 1,800 units of 1e-4 USD an hour earned 0.017 USD.
    assertThat(OperatorAccount.EMPTY.withRent(340, 1800e-4).paidUsd())
        .isCloseTo(0.017, within(1e-9));
  }

  @Test
  void aPriceRestsAtTheTargetAndNeverFallsBelowItsFloor() {
    RepricingRule rule = new RepricingRule(0.1, 0.7);
    assertThat(rule.next(0.4, 0.7, 0)).isEqualTo(0.4);
    assertThat(rule.next(0.4, 1, 0)).isCloseTo(0.4 * 1.03, within(1e-12));
    double price = 0.4;
    for (int i = 0; i < 1000; i++) {
      price = rule.next(price, 0, 0.07);
    }
    assertThat(price).isEqualTo(0.07);
  }

  @Test
  void theRuleFindsThePriceAtWhichTheTargetIsUsed() {
    // Demand falls with the price: all GPUs at 0.2 USD, none at 0.6.
    RepricingRule rule = new RepricingRule(0.2, 0.5);
    double price = 0.2;
    for (int i = 0; i < 500; i++) {
      price = rule.next(price, Math.min(Math.max((0.6 - price) / 0.4, 0), 1), 0.01);
    }
    assertThat(price).isCloseTo(0.4, within(1e-6));
  }

  @Test
  void theFloorIsWhatOneMoreBusyGpuCosts() {
    // An RTX 4090 at 430 W above idle and 0.15 USD/kWh.
    assertThat(RepricingRule.marginalUsdPerHour(430, PowerSupply.lossless(1), 0.15))
        .isCloseTo(0.0645, within(1e-9));
    assertThat(RepricingRule.marginalUsdPerHour(430, PowerSupply.dataCentre(1.5), 0.15))
        .isCloseTo(0.0645 * 1.5 / 0.98 / 0.96, within(1e-9));
    assertThat(RepricingRule.marginalUsdPerHour(430, PowerSupply.lossless(1), -0.1)).isZero();
    assertThatThrownBy(() -> new RepricingRule(2, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gain (2.0)");
  }

  @Test
  void aSpotPriceHoldsUntilItChanges() {
    SpotPriceSeries series = new SpotPriceSeries(new double[] {10, 20, 50}, new double[] {1, 3, 2});
    assertThat(series.at(0)).isEqualTo(1);
    assertThat(series.at(19.9)).isEqualTo(1);
    assertThat(series.at(20)).isEqualTo(3);
    assertThat(series.at(1e9)).isEqualTo(2);
    assertThat(series.nextChange(10)).isEqualTo(20);
    assertThat(series.nextChange(50)).isInfinite();
    assertThat(series.mean(0, 60)).isCloseTo((20 * 1 + 30 * 3 + 10 * 2) / 60.0, within(1e-12));
    assertThat(series.mean(25, 26)).isEqualTo(3);
  }

  @Test
  void theShippedSpotPricesAreAThirdOfTheListPrice() {
    assertThat(SpotPriceSeries.shipped()).hasSize(11);
    SpotPriceSeries v100 = SpotPriceSeries.of("p3.2xlarge", "us-east-1b");
    // The list price of the time was 3.06 USD an hour.
    assertThat(v100.mean(0, 92 * 86_400) / 3.06).isBetween(0.29, 0.4);
    assertThatThrownBy(() -> SpotPriceSeries.of("p4d", "us-east-1b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe one of");
    assertThatThrownBy(() -> new SpotPriceSeries(new double[] {1, 1}, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not after 1.0 s");
  }
}
