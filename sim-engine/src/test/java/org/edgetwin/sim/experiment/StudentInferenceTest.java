package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentInferenceTest {
  private static final StudentInference STUDENT = new StudentInference();

  /** Two-sided 95 % points of the t distribution from the tables of the handbooks. */
  @ParameterizedTest
  @CsvSource({"1,12.706", "2,4.303", "4,2.776", "9,2.262", "19,2.093", "29,2.045", "99,1.984"})
  void halfWidthUsesTheTabulatedPoint(int degreesOfFreedom, double point) {
    int n = degreesOfFreedom + 1;
    double[] values = new Normals(3).next(n);
    Sample sample = new Sample(values);

    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
    double halfWidth = point * Math.sqrt(squares / (n - 1) / n);

    Interval interval = STUDENT.interval(sample, 0.95);
    assertThat(interval.halfWidth()).isCloseTo(halfWidth, within(halfWidth * 3e-4));
    assertThat((interval.low() + interval.high()) / 2).isCloseTo(mean, within(1e-12));
  }

  /**
   * The extra hours of sleep of Student's own paper (1908), differences of two drugs on ten
   * patients: t = 4.0621, p = 0.002833, interval 0.7001 to 2.4599, as R's t.test prints.
   */
  @Test
  void agreesWithThePaperOnSleep() {
    Sample sleep = new Sample(new double[] {1.2, 2.4, 1.3, 1.3, 0, 1.0, 1.8, 0.8, 4.6, 1.4});

    assertThat(STUDENT.pValue(sleep)).isCloseTo(0.002833, within(5e-7));
    Interval interval = STUDENT.interval(sleep, 0.95);
    assertThat(interval.low()).isCloseTo(0.7001142, within(5e-7));
    assertThat(interval.high()).isCloseTo(2.4598858, within(5e-7));
  }

  /** Ten times 0.1 is not 1, and the mean of ten tenths is not a tenth. */
  @Test
  void equalValuesHaveNoSpread() {
    double[] values = new double[10];
    Arrays.fill(values, 0.1);

    Interval interval = STUDENT.interval(new Sample(values), 0.95);

    assertThat(interval.low()).isEqualTo(0.1);
    assertThat(interval.high()).isEqualTo(0.1);
  }

  @Test
  void pValueIsBelowFivePercentExactlyIfTheIntervalLeavesOutZero() {
    Normals normals = new Normals(11);
    int leavingOutZero = 0;
    for (int i = 0; i < 300; i++) {
      double[] values = normals.next(6);
      Arrays.setAll(values, j -> values[j] + 0.8);
      Sample sample = new Sample(values);
      boolean leavesOut = !STUDENT.interval(sample, 0.95).contains(0);
      leavingOutZero += leavesOut ? 1 : 0;
      assertThat(STUDENT.pValue(sample) < 0.05).isEqualTo(leavesOut);
    }
    assertThat(leavingOutZero).isBetween(50, 250);
  }

  @Test
  void valuesWithoutSpreadAreCertain() {
    assertThat(STUDENT.pValue(new Sample(new double[] {0, 0, 0}))).isEqualTo(1);
    assertThat(STUDENT.pValue(new Sample(new double[] {2, 2, 2}))).isZero();
    assertThat(STUDENT.interval(new Sample(new double[] {2, 2, 2}), 0.95))
        .isEqualTo(new Interval(2, 2));
  }

  /** 4,000 intervals: the standard deviation of the share that covers is 0.0034. */
  @Test
  void intervalsCoverTheMeanNineteenTimesInTwenty() {
    Normals normals = new Normals(7);
    int covering = 0;
    for (int i = 0; i < 4000; i++) {
      covering += STUDENT.interval(new Sample(normals.next(5)), 0.95).contains(0) ? 1 : 0;
    }

    assertThat(covering / 4000.0).isBetween(0.938, 0.962);
  }
}
