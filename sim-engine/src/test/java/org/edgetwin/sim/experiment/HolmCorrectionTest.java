package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmCorrectionTest {
  /** {@code p.adjust(c(.01, .04, .03, .005), "holm")} in R. */
  @Test
  void agreesWithR() {
    assertThat(HolmCorrection.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
  }

  @Test
  void comparisonsThatCouldNotBeMadeDoNotCount() {
    assertThat(HolmCorrection.adjust(new double[] {Double.NaN, 0.02, Double.NaN, 0.01}))
        .containsExactly(new double[] {Double.NaN, 0.02, Double.NaN, 0.02}, within(1e-12));
  }

  @Test
  void neverExceedsOne() {
    assertThat(HolmCorrection.adjust(new double[] {0.6, 0.9, 0.7})).containsOnly(1, 1, 1);
    assertThat(HolmCorrection.adjust(new double[0])).isEmpty();
  }
}
