package org.edgetwin.scenarios.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.edgetwin.gpu.UniformSpeed;
import org.edgetwin.scenarios.TestScenarios;
import org.edgetwin.scenarios.model.Arrivals;
import org.edgetwin.scenarios.model.Scenario;
import org.edgetwin.scenarios.names.ScenarioNames;
import org.edgetwin.scenarios.trace.TraceLibrary;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statistical tests with fixed seeds. Each rejects a right generator with probability 0.001; seeds
 * were not chosen.
 */
class ArrivalsTest {
  private static final double Z_999 = 3.2905;
  private static final double FALSE_ALARM = 0.001;

  @Test
  void poissonGapsAreExponential() {
    int n = 20_000;
    double[] times = take(process("{type: poisson, rate: 3600 /h}"), n);
    double[] gaps = new double[n];
    for (int i = 0; i < n; i++) {
      gaps[i] = times[i] - (i == 0 ? 0 : times[i - 1]);
    }
    assertThat(Arrays.stream(gaps).average().orElseThrow())
        .isCloseTo(1, within(Z_999 / Math.sqrt(n)));
    // Ten bins of equal probability.
    double[] counts = new double[10];
    for (double gap : gaps) {
      counts[(int) (-Math.expm1(-gap) * 10)]++;
    }
    assertUniform(counts, n / 10.0);
  }

  @Test
  void weeklyRatesFollowHourAndWeekday() {
    String hours = String.join(", ", Collections.nCopies(12, "1, 3"));
    ArrivalProcess process =
        process(
            "{type: weekly, rate: 400 /h, start: wednesday, hours: ["
                + hours
                + "], weekdays: [1, 1, 1, 1, 1, 2, 0]}");
    int weeks = 10;
    double[] perHour = new double[WeeklyRate.HOURS];
    int total = 0;
    for (double time = process.next(); time < weeks * 7 * 86_400.0; time = process.next()) {
      perHour[(int) ((time / 3600 + 2 * 24) % WeeklyRate.HOURS)]++; // from Monday
      total++;
    }
    double mean = 400.0 * 168 * weeks;
    assertThat(total).isCloseTo((int) mean, within((int) (Z_999 * Math.sqrt(mean))));
    for (double weight : new double[] {1, 3, 2, 6}) {
      double[] alike = binsOfWeight(perHour, weight);
      assertUniform(alike, mean / (7 * 24 * 2) * weight);
    }
    for (int hour = 144; hour < 168; hour++) {
      assertThat(perHour[hour]).isZero();
    }
  }

  private static double[] binsOfWeight(double[] perHour, double weight) {
    List<Double> bins = new ArrayList<>();
    for (int hour = 0; hour < 144; hour++) {
      if ((hour % 2 == 0 ? 1 : 3) * (hour < 120 ? 1.0 : 2.0) == weight) {
        bins.add(perHour[hour]);
      }
    }
    return bins.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void burstsHaveTheMeanRateAndAreMoreVariableThanPoisson() {
    // In an hour, 50 minutes of calm at 6 /h and 10 minutes of burst at 600 /h: 105 /h.
    ArrivalProcess process =
        process("{type: mmpp, calm_rate: 6 /h, burst_rate: 600 /h, calm: 50 min, burst: 10 min}");
    int hours = 4000;
    double[] perHour = new double[hours];
    int total = 0;
    for (double time = process.next(); time < hours * 3600.0; time = process.next()) {
      perHour[(int) (time / 3600)]++;
      total++;
    }
    double variance =
        Arrays.stream(perHour).map(x -> (x - 105) * (x - 105)).average().orElseThrow();
    // Neighbouring hours are correlated by less than exp(-6): the bound has a margin for it.
    assertThat(total / (double) hours)
        .isCloseTo(105, within(1.2 * Z_999 * Math.sqrt(variance / hours)));
    assertThat(variance).isGreaterThan(10 * 105);
  }

  @Test
  void batchesComeTogether() {
    ArrivalProcess process = process("{type: batch, every: 1 h, size: {type: geometric, mean: 5}}");
    int batches = 2000;
    double[] sizes = new double[batches];
    for (double time = process.next(); time <= batches * 3600.0; time = process.next()) {
      assertThat(time % 3600).isZero();
      sizes[(int) (time / 3600) - 1]++;
    }
    double mean = Arrays.stream(sizes).average().orElseThrow();
    assertThat(mean).isCloseTo(5, within(Z_999 * Math.sqrt(20.0 / batches)));
    assertThat(Arrays.stream(sizes).min().orElseThrow()).isEqualTo(1);
  }

  @Test
  void allAtOnceAreAtOnce() {
    ArrivalProcess process = process("{type: at_once, at: 90 s, count: 3}");
    assertThat(take(process, 4)).containsExactly(90, 90, 90, Double.POSITIVE_INFINITY);
  }

  @Test
  void fittedRatesGiveTheJobsOfTheTrace() {
    ArrivalProcess process = process("{type: fit, trace: {builtin: philly}}");
    double weeks = 50;
    int total = 0;
    while (process.next() < weeks * 7 * 86_400) {
      total++;
    }
    // 63,508 jobs in 108.9 days; hours of the week that the trace reaches once more weigh the same.
    double expected = 63_508 / 108.9 * 7 * weeks;
    assertThat(total / expected).isBetween(0.97, 1.03);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: poisson, rate: 10 /h}",
        "{type: weekly, rate: 10 /h}",
        "{type: mmpp, calm_rate: 6 /h, burst_rate: 600 /h, calm: 50 min, burst: 10 min}",
        "{type: batch, every: {type: exponential, mean: 1 h}, size: {type: geometric, mean: 5}}",
        "{type: at_once, count: 900}"
      })
  void copiesContinueAlikeAndNeverGoBack(String arrivals) {
    ArrivalProcess process = process(arrivals);
    take(process, 357);
    ArrivalProcess copy = process.copy();
    double[] rest = take(process, 500);
    assertThat(take(copy, 500)).isEqualTo(rest);
    assertThat(rest).isSorted();
  }

  private static void assertUniform(double[] counts, double expected) {
    double statistic =
        Arrays.stream(counts)
            .map(count -> (count - expected) * (count - expected) / expected)
            .sum();
    double bound =
        new ChiSquaredDistribution(null, counts.length)
            .inverseCumulativeProbability(1 - FALSE_ALARM);
    assertThat(statistic).isLessThan(bound);
  }

  private static double[] take(ArrivalProcess process, int count) {
    double[] times = new double[count];
    Arrays.setAll(times, i -> process.next());
    return times;
  }

  private static ArrivalProcess process(String arrivals) {
    Arrivals law =
        TestScenarios.withJobs(
                "  - {name: j, max_jobs: 10000000, arrivals: " + arrivals + ", durations: 1 s}\n")
            .jobs()
            .get(0)
            .arrivals();
    return new Arriving(context(), new Streams(17, 1), "j").process(law);
  }

  private static ScenarioContext context() {
    ScenarioNames names = TestScenarios.names();
    TraceLibrary traces = new TraceLibrary(names);
    Scenario scenario =
        TestScenarios.withJobs(
            "  - {name: j, arrivals: {type: at_once, count: 1}, durations: 1 s}\n");
    return new ScenarioContext(
        names,
        traces,
        new Laws(traces),
        new VirtualClusters(scenario, traces),
        new UniformSpeed(),
        new DataCatalogue(scenario, names));
  }
}
