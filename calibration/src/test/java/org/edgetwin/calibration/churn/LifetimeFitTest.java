package org.edgetwin.calibration.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.calibration.churn.LifetimeFit.Family;
import org.edgetwin.gpu.reliability.Lifetime;
import org.junit.jupiter.api.Test;

class LifetimeFitTest {
  private static final int LIVES = 2000;
  private static final double POLL = 600;

  /** An even sample of a law, seen every ten minutes and not beyond the end of the watch. */
  private static List<ObservedLife> polled(Lifetime law, double endOfWatch) {
    return IntStream.range(0, LIVES)
        .mapToDouble(i -> law.quantile((i + 0.5) / LIVES))
        .mapToObj(
            age -> {
              double seen = Math.floor(age / POLL) * POLL;
              return seen + POLL > endOfWatch
                  ? new ObservedLife(Math.floor(endOfWatch / POLL) * POLL, Double.POSITIVE_INFINITY)
                  : new ObservedLife(seen, seen + POLL);
            })
        .toList();
  }

  @Test
  void pollsAndCensoringDoNotBendTheFit() {
    // Half of the lives outlast the watch, and a third ends before the first look.
    Lifetime.Weibull law = new Lifetime.Weibull(0.6, 3_600);
    double endOfWatch = law.quantile(0.5);
    Lifetime.Weibull fitted =
        (Lifetime.Weibull) LifetimeFit.of(Family.WEIBULL, polled(law, endOfWatch)).law();
    assertThat(fitted.shape()).isCloseTo(0.6, within(0.02));
    assertThat(fitted.scale()).isCloseTo(3_600, within(150.0));
  }

  @Test
  void anExponentialFitIsDeathsOverTimeAtRisk() {
    List<ObservedLife> lives =
        List.of(
            new ObservedLife(999.9, 1000.1),
            new ObservedLife(1999.9, 2000.1),
            new ObservedLife(6000, Double.POSITIVE_INFINITY));
    Lifetime law = LifetimeFit.of(Family.EXPONENTIAL, lives).law();
    assertThat(law.mean()).isCloseTo(9000 / 2.0, within(1.0));
  }

  @Test
  void theLikeliestFamilyIsTheOneThatDrewTheLives() {
    assertThat(LifetimeFit.likeliest(polled(new Lifetime.LogNormal(7200, 1.2), 1e6)).family())
        .isEqualTo(Family.LOG_NORMAL);
    assertThat(LifetimeFit.likeliest(polled(new Lifetime.Weibull(0.5, 7200), 1e6)).family())
        .isEqualTo(Family.WEIBULL);
  }

  @Test
  void aLifeCannotEndBeforeItWasSeenAlive() {
    assertThatThrownBy(() -> new ObservedLife(10, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10.0");
  }
}
