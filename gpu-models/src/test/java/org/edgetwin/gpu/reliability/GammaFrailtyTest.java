package org.edgetwin.gpu.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GammaFrailtyTest {
  /** 3 of 63 nodes made more than half of the exclusions of a B200 cluster. */
  private static final GammaFrailty PUBLISHED = GammaFrailty.ofTopShare(3.0 / 63, 0.5);

  @Test
  void theFitReproducesThePublishedShare() {
    assertThat(PUBLISHED.topShare(3.0 / 63)).isCloseTo(0.5, within(1e-9));
    assertThat(PUBLISHED.shape()).isBetween(0.05, 0.3);
  }

  @Test
  void theShareOfTheWorstIsThatOfAnEvenSample() {
    int nodes = 20_000;
    double sum = 0;
    double worst = 0;
    for (int i = 0; i < nodes; i++) {
      double frailty = PUBLISHED.quantile((i + 0.5) / nodes);
      sum += frailty;
      worst += i >= nodes * (1 - 0.05) ? frailty : 0;
    }
    assertThat(sum / nodes).isCloseTo(1, within(0.001));
    assertThat(worst / sum).isCloseTo(PUBLISHED.topShare(0.05), within(0.001));
  }

  @Test
  void equalNodesFailEqually() {
    GammaFrailty alike = new GammaFrailty(1000);
    assertThat(alike.topShare(0.1)).isBetween(0.1, 0.11);
    // Exponential frailties: the worst tenth makes q (1 - ln q) of the failures.
    assertThat(new GammaFrailty(1).topShare(0.1))
        .isCloseTo(0.1 * (1 - Math.log(0.1)), within(1e-9));
  }

  @Test
  void aWatchedNodeIsBelievedMoreAndMore() {
    GammaFrailty frailty = new GammaFrailty(0.5);
    assertThat(frailty.posteriorRate(1e-6, 0, 0)).isCloseTo(1e-6, within(1e-18));
    assertThat(frailty.posteriorRate(1e-6, 100, 1e7)).isCloseTo(1e-5, within(5e-7));
    assertThat(frailty.posteriorRate(1e-6, 0, 1e6)).isLessThan(1e-6);
  }

  @Test
  void theWorstMakeMoreThanTheirShare() {
    assertThatThrownBy(() -> GammaFrailty.ofTopShare(0.5, 0.4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share (0.4)");
  }
}
