package org.edgetwin.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {
  @Test
  void jobsToWhichItDidNotHappenKeepTheCurveBelowOne() {
    Distribution d = Distribution.of("x", DoubleStream.of(30, Double.NaN, 10, 20));

    assertThat(d.quantile(0.5)).isEqualTo(20);
    assertThat(d.quantile(0.75)).isEqualTo(30);
    assertThat(d.quantile(0.76)).isNaN();
    Series steps = d.steps();
    assertThat(steps.y(steps.size() - 1)).isEqualTo(0.75);
  }

  @Test
  void thinnedCurveKeepsItsEndsAndStaysOnTheDistribution() {
    int n = 63_508;
    Series steps = Distribution.of("x", IntStream.range(0, n).asDoubleStream()).steps();

    assertThat(steps.size()).isEqualTo(800);
    assertThat(steps.x(0)).isZero();
    assertThat(steps.x(799)).isEqualTo(n - 1);
    assertThat(steps.y(799)).isEqualTo(1);
    for (int i = 1; i < steps.size(); i += 2) {
      assertThat(steps.y(i)).isEqualTo((steps.x(i) + 1) / n);
    }
  }

  @Test
  void nothingHappened() {
    Distribution d = Distribution.of("x", DoubleStream.of(Double.NaN));

    assertThat(d.steps().size()).isZero();
    assertThat(d.quantile(0.5)).isNaN();
  }
}
