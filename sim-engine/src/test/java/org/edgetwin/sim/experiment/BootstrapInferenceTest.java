package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BootstrapInferenceTest {
  private static final BootstrapInference BOOTSTRAP = new BootstrapInference(1);

  @Test
  void agreesWithStudentOnManyNormalValues() {
    Sample sample = new Sample(new Normals(2).next(200));
    Interval student = new StudentInference().interval(sample, 0.95);
    Interval bootstrap = BOOTSTRAP.interval(sample, 0.95);

    assertThat(bootstrap.low()).isCloseTo(student.low(), within(0.05 * student.halfWidth()));
    assertThat(bootstrap.high()).isCloseTo(student.high(), within(0.05 * student.halfWidth()));
    assertThat(BOOTSTRAP.pValue(sample))
        .isCloseTo(new StudentInference().pValue(sample), within(0.02));
  }

  @Test
  void followsTheSkewOfTheValues() {
    double[] values = new Normals(4).next(40);
    Arrays.setAll(values, i -> Math.exp(2 * values[i]));
    Sample sample = new Sample(values);
    Interval interval = BOOTSTRAP.interval(sample, 0.95);

    assertThat(interval.high() - sample.mean()).isGreaterThan(sample.mean() - interval.low());
    assertThat(interval.low()).isPositive();
  }

  @Test
  void isTheSameEveryTime() {
    Sample sample = new Sample(new Normals(9).next(25));

    assertThat(BOOTSTRAP.interval(sample, 0.95))
        .isEqualTo(new BootstrapInference(1).interval(sample, 0.95))
        .isNotEqualTo(new BootstrapInference(2).interval(sample, 0.95));
  }

  @Test
  void pValueIsNeverZeroAndOneWithoutAnyDifference() {
    double[] ones = new double[20];
    Arrays.fill(ones, 1);

    assertThat(BOOTSTRAP.pValue(new Sample(ones))).isCloseTo(2 / 10_001.0, within(1e-12));
    assertThat(BOOTSTRAP.pValue(new Sample(new double[20]))).isEqualTo(1);
  }

  /** 200 intervals of 30 values; nominally 95 %, in theory a little less for so few values. */
  @Test
  void coversAboutAsOftenAsItSays() {
    Normals normals = new Normals(13);
    int covering = 0;
    for (int i = 0; i < 200; i++) {
      covering += BOOTSTRAP.interval(new Sample(normals.next(30)), 0.95).contains(0) ? 1 : 0;
    }

    assertThat(covering / 200.0).isBetween(0.90, 0.98);
  }
}
