package org.edgetwin.gpu.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LifetimeTest {
  static Stream<Lifetime> laws() {
    Lifetime logNormal = new Lifetime.LogNormal(1500, 1.3);
    return Stream.of(
        new Lifetime.Exponential(3600),
        new Lifetime.Uniform(1000, 7000),
        new Lifetime.Uniform(0, 7000),
        new Lifetime.Weibull(0.6, 5000),
        new Lifetime.Weibull(1.4, 5000),
        logNormal,
        new Lifetime.EarlyDeath(0.4, 600, logNormal),
        new Lifetime.Capped(new Lifetime.EarlyDeath(0.4, 600, logNormal), 86_400));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theQuantileInvertsTheSurvival(Lifetime law) {
    for (double probability : new double[] {0.001, 0.1, 0.39, 0.5, 0.9, 0.97}) {
      assertThat(law.survival(law.quantile(probability))).isCloseTo(1 - probability, within(1e-9));
    }
    assertThat(law.survival(-1)).isEqualTo(1);
    assertThat(law.survival(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theMeanUpToALimitIsTheIntegralOfTheSurvival(Lifetime law) {
    int steps = 200_000;
    double limit = 100_000;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      sum += law.survival((i + 0.5) * limit / steps) * limit / steps;
    }
    assertThat(law.meanUpTo(limit)).isCloseTo(sum, within(1e-4 * sum));
    assertThat(law.meanUpTo(0)).isZero();
  }

  @ParameterizedTest
  @MethodSource("laws")
  void theMeanIsThatOfTheQuantiles(Lifetime law) {
    int draws = 400_000;
    double sum = 0;
    for (int i = 0; i < draws; i++) {
      sum += law.quantile((i + 0.5) / draws) / draws;
    }
    assertThat(law.mean()).isCloseTo(sum, within(2e-3 * sum));
  }

  @Test
  void aLifeOfOneLengthThatIsMetHasAnyPartOfItLeft() {
    Lifetime law = new Lifetime.Constant(600);
    assertThat(law.mean()).isEqualTo(600);
    assertThat(law.meanUpTo(200)).isEqualTo(200);
    assertThat(law.quantile(0.99)).isEqualTo(600);
    assertThat(law.survival(599)).isEqualTo(1);
    assertThat(law.survival(600)).isZero();
    assertThat(law.residualQuantile(0.25)).isCloseTo(150, within(1e-6));
  }

  @Test
  void anExponentialLifeThatIsMetHasAsMuchLeftAsANewOne() {
    Lifetime law = new Lifetime.Exponential(3600);
    assertThat(law.residualQuantile(0.3)).isCloseTo(law.quantile(0.3), within(1e-6));
    // With a falling hazard, what has lasted will last.
    Lifetime falling = new Lifetime.Weibull(0.5, 3600);
    assertThat(falling.residualQuantile(0.5)).isGreaterThan(2 * falling.quantile(0.5));
  }

  @Test
  void theShippedLawsAreThoseOfThePublishedTraces() {
    Lifetime gcp = SpotLifetimes.of("gcp-2020");
    // Most are dead within a quarter of an hour, and none outlives a day.
    assertThat(gcp.survival(900)).isBetween(0.3, 0.4);
    assertThat(gcp.survival(86_400)).isZero();
    assertThat(SpotLifetimes.of("p3").mean()).isBetween(5_500.0, 6_100.0);
    assertThatThrownBy(() -> SpotLifetimes.of("p4"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe one of [gcp-2020, p3, g4dn]");
  }

  @Test
  void aLawNamesTheNumberItCannotUse() {
    assertThatThrownBy(() -> new Lifetime.Weibull(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shape (0.0)");
    assertThatThrownBy(() -> new Lifetime.EarlyDeath(1, 1, new Lifetime.Exponential(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share (1.0)");
  }

  @Test
  void aTraceHidesItsFuture() {
    LifeTrace trace = LifeTrace.bamboo("p3");
    assertThat(trace.lifeList()).hasSize(177);
    assertThat(trace.lifeList())
        .filteredOn(life -> Double.isInfinite(life.deathTime()))
        .hasSize(10);
    LifeTrace known = trace.until(3600);
    assertThat(known.lifeList()).hasSize(36).allMatch(life -> life.birthTime() < 3600);
    assertThat(known.lifeList())
        .filteredOn(life -> Double.isFinite(life.deathTime()))
        .allMatch(life -> life.deathTime() <= 3600);
    assertThat(known.endTime()).isEqualTo(3600);
    assertThatThrownBy(() -> LifeTrace.bamboo("p4"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe one of [p3, g4dn]");
  }
}
