package org.edgetwin.sim.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.edgetwin.sim.metrics.RecordBuilder.run;
import static org.edgetwin.sim.metrics.RecordBuilder.submitted;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class WarmUpTest {
  /** Jobs submitted at 0, 10, 20, 30 with completion times 1, 2, 3 and one unfinished. */
  private static final RunResult RESULT =
      run(
          100,
          submitted(0).done(0, 1),
          submitted(10).done(10, 12),
          submitted(20).done(20, 23),
          submitted(30));

  private static MetricValues compute(WarmUp warmUp) {
    return new MetricCalculator(Economics.standard(), warmUp).compute(RESULT);
  }

  @Test
  void fixedTimeMeasuresJobsSubmittedFromIt() {
    MetricValues values = compute(new WarmUp.Fixed(10));

    assertThat(values.get(Metric.JCT_MEAN_S)).isEqualTo(2.5);
    assertThat(values.measured()).isEqualTo(new MetricValues.Measured(10, 3, 2));
  }

  @Test
  void countsAndTotalsAreOfTheWholeRun() {
    MetricValues values = compute(new WarmUp.Fixed(25));

    assertThat(values.get(Metric.JCT_MEAN_S)).isNaN();
    assertThat(values.get(Metric.JOBS_SUBMITTED)).isEqualTo(4);
    assertThat(values.get(Metric.JOBS_UNFINISHED)).isEqualTo(1);
  }

  @Test
  void firstJobsAreCountedBySubmission() {
    assertThat(new WarmUp.FirstJobs(0.5).endTime(RESULT)).isEqualTo(20);
    assertThat(new WarmUp.FirstJobs(0.49).endTime(RESULT)).isEqualTo(10);
    assertThat(new WarmUp.FirstJobs(0).endTime(RESULT)).isZero();
    assertThat(new WarmUp.FirstJobs(0.5).endTime(run(0))).isZero();
  }

  @Test
  void refusesWhatIsNoFraction() {
    assertThatThrownBy(() -> new WarmUp.FirstJobs(20))
        .hasMessageContaining("20")
        .hasMessageContaining("Maybe a percentage?");
    assertThatThrownBy(() -> new WarmUp.Fixed(Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void mserCutsATransient() {
    double[] series = noise(1000);
    IntStream.range(0, 100).forEach(i -> series[i] += 10 * (1 - i / 100.0));

    assertThat(MserRule.truncation(series)).isBetween(70, 130).isEqualTo(naiveMser(series));
  }

  @Test
  void mserLeavesAlmostAllOfAStationarySeries() {
    double[] series = noise(1000);

    assertThat(MserRule.truncation(series)).isLessThan(200).isEqualTo(naiveMser(series));
  }

  @Test
  void mserDeletesAtMostHalf() {
    double[] trend = IntStream.range(0, 1000).mapToDouble(i -> i).toArray();

    assertThat(MserRule.truncation(trend)).isEqualTo(500);
  }

  @Test
  void mserKeepsShortAndConstantSeries() {
    double[] constant = new double[1000];
    Arrays.fill(constant, 3);

    assertThat(MserRule.truncation(constant)).isZero();
    assertThat(MserRule.truncation(noise(49))).isZero();
    assertThat(new WarmUp.Mser5().endTime(RESULT)).isZero();
  }

  @Test
  void mserMeasuresFromTheFirstJobKept() {
    RecordBuilder[] jobs =
        IntStream.range(0, 200)
            .mapToObj(i -> submitted(i).done(i, i + (i < 50 ? 1 : 100) + i % 2))
            .toArray(RecordBuilder[]::new);

    assertThat(new WarmUp.Mser5().endTime(run(1000, jobs))).isEqualTo(50);
  }

  private static double[] noise(int length) {
    RandomStream stream = new Streams(5, 1).stream("test/noise");
    return IntStream.range(0, length).mapToDouble(i -> stream.nextDouble()).toArray();
  }

  /** The definition, written down. */
  private static int naiveMser(double[] series) {
    int batches = series.length / 5;
    double[] means = new double[batches];
    for (int i = 0; i < batches; i++) {
      means[i] = Arrays.stream(series, 5 * i, 5 * i + 5).average().orElseThrow();
    }
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int first = 0; first <= batches / 2; first++) {
      double mean = Arrays.stream(means, first, batches).average().orElseThrow();
      double squares = Arrays.stream(means, first, batches).map(x -> (x - mean) * (x - mean)).sum();
      double error = squares / Math.pow(batches - first, 2);
      if (error < least) {
        least = error;
        best = first;
      }
    }
    return 5 * best;
  }
}
