package org.edgetwin.sim.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import umontreal.ssj.rng.RandomStream;

class DistributionsTest {
  private static final int DRAWS = 20_000;

  /** Kolmogorov-Smirnov at 0.1 %: 1.95 / sqrt(n). */
  private static final double CRITICAL = 1.95 / Math.sqrt(DRAWS);

  private record Case(Distribution distribution, DoubleUnaryOperator cdf) {
    @Override
    public String toString() {
      return distribution.toString();
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case(
            new Distributions.Exponential(3),
            new ExponentialDistribution(null, 3)::cumulativeProbability),
        new Case(
            new Distributions.Uniform(2, 5),
            new UniformRealDistribution(null, 2, 5)::cumulativeProbability),
        new Case(
            new Distributions.LogNormal(10, 0.7),
            new LogNormalDistribution(null, Math.log(10), 0.7)::cumulativeProbability),
        new Case(
            new Distributions.Weibull(0.7, 4),
            new WeibullDistribution(null, 0.7, 4)::cumulativeProbability),
        new Case(
            new Distributions.Pareto(2.5, 3, Double.POSITIVE_INFINITY),
            new ParetoDistribution(null, 3, 2.5)::cumulativeProbability),
        new Case(new Distributions.Pareto(1, 1, 100), x -> (1 - 1 / x) / 0.99),
        new Case(
            new Distributions.HyperExponential(0.3, 1, 10),
            x -> 1 - 0.3 * Math.exp(-x) - 0.7 * Math.exp(-x / 10)));
  }

  private static double[] draws(Distribution distribution, String name) {
    RandomStream stream = new Streams(11, 1).stream(name);
    double[] values = new double[DRAWS];
    Arrays.setAll(values, i -> distribution.sample(stream));
    Arrays.sort(values);
    return values;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void drawsFollowTheLaw(Case law) {
    double[] values = draws(law.distribution(), "ks");
    double largest = 0;
    for (int i = 0; i < DRAWS; i++) {
      double probability = law.cdf().applyAsDouble(values[i]);
      largest = Math.max(largest, Math.abs(probability - (double) i / DRAWS));
      largest = Math.max(largest, Math.abs(probability - (i + 1.0) / DRAWS));
    }
    assertThat(largest).isLessThan(CRITICAL);
  }

  /** The mean as the integral of the survival function, by the trapezoid rule on a log scale. */
  @ParameterizedTest
  @MethodSource("cases")
  void meanIsTheIntegralOfTheTail(Case law) {
    double integral = 0;
    double last = 0;
    for (double x = 1e-6; x < 1e7; x *= 1.001) {
      integral +=
          (x - last) * (1 - Math.max(0, Math.min(1, law.cdf().applyAsDouble((x + last) / 2))));
      last = x;
    }
    assertThat(integral).isCloseTo(law.distribution().mean(), within(2e-3 * integral));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takesAFixedNumberOfUniforms(Case law) {
    int perDraw = law.distribution() instanceof Distributions.HyperExponential ? 2 : 1;
    RandomStream used = new Streams(12, 1).stream("count");
    RandomStream plain = new Streams(12, 1).stream("count");
    for (int i = 0; i < 100; i++) {
      law.distribution().sample(used);
      for (int k = 0; k < perDraw; k++) {
        plain.nextDouble();
      }
    }
    assertThat(used.nextDouble()).isEqualTo(plain.nextDouble());
  }

  @Test
  void aConstantTakesItsUniformToo() {
    RandomStream used = new Streams(12, 1).stream("count");
    RandomStream plain = new Streams(12, 1).stream("count");

    assertThat(new Distributions.Constant(4).sample(used)).isEqualTo(4);
    plain.nextDouble();

    assertThat(used.nextDouble()).isEqualTo(plain.nextDouble());
  }

  @Test
  void empiricalDrawsEveryValueAlike() {
    Distribution empirical = new Distributions.Empirical(new double[] {5, 1, 3, 1});
    double[] values = draws(empirical, "empirical");

    assertThat(empirical.mean()).isEqualTo(2.5);
    for (double value : new double[] {1, 3, 5}) {
      double share = (double) Arrays.stream(values).filter(v -> v == value).count() / DRAWS;
      assertThat(share).isCloseTo(value == 1 ? 0.5 : 0.25, within(0.015));
    }
  }

  @Test
  void heavyTailsHaveNoMean() {
    assertThat(new Distributions.Pareto(1, 3, Double.POSITIVE_INFINITY).mean())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(new Distributions.Pareto(0.5, 1, 4).mean()).isCloseTo(2, within(1e-12));
  }

  @Test
  void refusesWhatIsNoDistribution() {
    assertThatThrownBy(() -> new Distributions.Exponential(0)).hasMessageContaining("mean (0.0)");
    assertThatThrownBy(() -> new Distributions.Exponential(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Distributions.Uniform(3, 2)).hasMessageContaining("(2.0)");
    assertThatThrownBy(() -> new Distributions.Pareto(1, 3, 3)).hasMessageContaining("(3.0)");
    assertThatThrownBy(() -> new Distributions.HyperExponential(1.5, 1, 1))
        .hasMessageContaining("(1.5)");
    assertThatThrownBy(() -> new Distributions.Empirical(new double[0]))
        .hasMessageContaining("at least one");
    assertThatThrownBy(() -> new Distributions.Constant(-1)).hasMessageContaining("(-1.0)");
  }
}
