package org.edgetwin.reports.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.reports.chart.Curve;
import org.edgetwin.reports.chart.Series;
import org.junit.jupiter.api.Test;

class CurveOfRunsTest {
  @Test
  void oneRunIsItselfWithoutWhatIsNotFinite() {
    Series run =
        new Series("run", new double[] {0, 1, 2, 3}, new double[] {5, Double.NaN, 7, 1 / 0.0});

    Curve curve = CurveOfRuns.of("ppo", List.of(run));

    assertThat(curve.band()).isNull();
    assertThat(positions(curve.line())).containsExactly(0, 2);
    assertThat(curve.line().values()).containsExactly(5, 7);
    assertThat(curve.line().name()).isEqualTo("ppo");
  }

  @Test
  void severalRunsAreTheirMeanAndRangeWhereAllAre() {
    // At 2 the second run is half way from 10 to 20; beyond 4 there is only the second.
    Series first = new Series("a", new double[] {0, 2, 4}, new double[] {1, 3, 5});
    Series second = new Series("b", new double[] {1, 3, 6}, new double[] {10, 20, 50});

    Curve curve = CurveOfRuns.of("ppo", List.of(first, second));

    assertThat(positions(curve.line())).containsExactly(1, 2, 3, 4);
    assertThat(curve.line().values()).containsExactly(6, 9, 12, 17.5);
    assertThat(curve.band().low().values()).containsExactly(2, 3, 4, 5);
    assertThat(curve.band().high().values()).containsExactly(10, 15, 20, 30);
  }

  @Test
  void runsWithoutCommonStepsGiveAnEmptyCurve() {
    Series early = new Series("a", new double[] {0, 1}, new double[] {1, 1});
    Series late = new Series("b", new double[] {5, 6}, new double[] {1, 1});

    assertThat(CurveOfRuns.of("ppo", List.of(early, late)).line().size()).isZero();
    assertThat(CurveOfRuns.of("ppo", List.of()).line().size()).isZero();
  }

  @Test
  void longCurvesKeepTheirMean() {
    double[] steps = IntStream.range(0, 4000).asDoubleStream().toArray();
    double[] values = Arrays.stream(steps).map(Math::sin).toArray();

    Series line = CurveOfRuns.of("ppo", List.of(new Series("a", steps, values))).line();

    assertThat(line.size()).isEqualTo(CurveOfRuns.MOST_POINTS);
    assertThat(line.x(0)).isEqualTo(4.5);
    assertThat(Arrays.stream(line.values()).average().orElseThrow())
        .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-12));
  }

  private static double[] positions(Series series) {
    return IntStream.range(0, series.size()).mapToDouble(series::x).toArray();
  }
}
