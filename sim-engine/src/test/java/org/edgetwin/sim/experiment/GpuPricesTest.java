package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GpuPricesTest {
  private static final double NO_QUOTA = Double.POSITIVE_INFINITY;

  /** Two GPUs of speed 1 and one of speed 4 do six reference seconds a second. */
  @Test
  void aPoolIsAsFastAsItsGpusTogether() {
    GpuPrices prices = new GpuPrices(new double[] {2, 1}, NO_QUOTA);
    List<Double> speeds = List.of(1.0, 4.0);
    prices.add(60, 1, speeds);

    assertThat(prices.solve()).isTrue();
    // As if all three were as fast as the best it would be 5 s.
    assertThat(prices.worth(60, 1, speeds)).isCloseTo(10, within(1e-6));
  }

  /** One kind gains from the fast model, one does not: each goes where it is relatively better. */
  @Test
  void workGoesWhereItGainsMost() {
    GpuPrices prices = new GpuPrices(new double[] {1, 1}, NO_QUOTA);
    List<Double> gains = List.of(1.0, 4.0);
    List<Double> doesNot = List.of(1.0, 1.0);
    prices.add(40, 1, gains);
    prices.add(10, 1, doesNot);

    assertThat(prices.solve()).isTrue();
    // The gaining kind takes all of the fast one, the other all of the slow one: 10 s both.
    assertThat(prices.worth(40, 1, gains) + prices.worth(10, 1, doesNot))
        .isCloseTo(10, within(1e-6));
  }

  @Test
  void aQuotaCountsWhateverTheModel() {
    GpuPrices prices = new GpuPrices(new double[] {4, 4}, 2);
    List<Double> speeds = List.of(1.0, 2.0);
    prices.add(80, 1, speeds);

    assertThat(prices.solve()).isTrue();
    // Two of the fast ones.
    assertThat(prices.worth(80, 1, speeds)).isCloseTo(20, within(1e-6));
  }

  @Test
  void gangsCostTheirSizeAndModelsThatAreClosedDoNotCount() {
    GpuPrices prices = new GpuPrices(new double[] {4, 4}, NO_QUOTA);
    List<Double> slowOnly = List.of(1.0, 0.0);
    prices.add(30, 2, slowOnly);

    assertThat(prices.solve()).isTrue();
    assertThat(prices.worth(30, 2, slowOnly)).isCloseTo(15, within(1e-6));
    assertThat(new GpuPrices(new double[] {1, 1}, NO_QUOTA).solve()).as("no work").isFalse();
  }
}
