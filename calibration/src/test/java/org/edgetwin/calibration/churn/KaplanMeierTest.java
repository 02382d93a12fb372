package org.edgetwin.calibration.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  /** Five lives, one of which was not watched to its end. */
  private static final KaplanMeier ESTIMATE =
      KaplanMeier.of(new double[] {1, 2, 2, 3, 4}, new boolean[] {true, true, false, true, true});

  @Test
  void theCensoredLifeCountsAsLongAsItWasWatched() {
    assertThat(ESTIMATE.jumps())
        .extracting(KaplanMeier.Jump::after)
        .usingComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b), Double.class)
        .containsExactly(0.2, 0.4, 0.7, 1.0);
    assertThat(ESTIMATE.quantile(0.5)).isEqualTo(3);
  }

  @Test
  void beyondTheLastDeathNothingIsKnown() {
    KaplanMeier estimate = KaplanMeier.of(new double[] {1, 5}, new boolean[] {true, false});
    assertThat(estimate.quantile(0.5)).isEqualTo(1);
    assertThat(estimate.quantile(0.6)).isNaN();
  }

  @Test
  void theDistanceLooksAtBothSidesOfAJump() {
    KaplanMeier one = KaplanMeier.of(new double[] {0.8}, new boolean[] {true});
    assertThat(one.distance(age -> age, age -> age)).isCloseTo(0.8, within(1e-12));
    KaplanMeier early = KaplanMeier.of(new double[] {0.1}, new boolean[] {true});
    assertThat(early.distance(age -> age, age -> age)).isCloseTo(0.9, within(1e-12));
  }
}
