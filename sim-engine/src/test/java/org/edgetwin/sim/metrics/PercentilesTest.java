package org.edgetwin.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilesTest {
  private static final double[] ONE_TO_TEN = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  /** {@code quantile(1:10, p)} in R. */
  @ParameterizedTest
  @CsvSource({"0,1", "0.05,1.45", "0.25,3.25", "0.5,5.5", "0.95,9.55", "0.99,9.91", "1,10"})
  void interpolatesLikeTypeSeven(double share, double expected) {
    assertThat(Percentiles.of(ONE_TO_TEN, share)).isCloseTo(expected, within(1e-12));
  }

  /** {@code quantile(c(15, 20, 35, 40, 50), c(.05, .3, .4, 1))} in R. */
  @ParameterizedTest
  @CsvSource({"0.05,16", "0.3,23", "0.4,29", "1,50"})
  void interpolatesUnequalGaps(double share, double expected) {
    double[] sample = {15, 20, 35, 40, 50};

    assertThat(Percentiles.of(sample, share)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void ofOneValueIsThatValue() {
    assertThat(Percentiles.of(new double[] {7}, 0.99)).isEqualTo(7);
  }

  @Test
  void ofNothingIsUndefined() {
    assertThat(Percentiles.of(new double[0], 0.5)).isNaN();
  }

  @Test
  void doesNotInterpolateWithInfinity() {
    double[] sample = {1, 2, Double.POSITIVE_INFINITY};

    assertThat(Percentiles.of(sample, 0.5)).isEqualTo(2);
  }

  @Test
  void refusesAPercentage() {
    assertThatThrownBy(() -> Percentiles.of(ONE_TO_TEN, 95))
        .hasMessageContaining("95")
        .hasMessageContaining("Maybe a percentage?");
  }
}
