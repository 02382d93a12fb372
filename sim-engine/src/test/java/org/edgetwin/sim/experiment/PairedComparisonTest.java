package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.edgetwin.sim.metrics.Metric.BOUNDED_SLOWDOWN_MEAN;
import static org.edgetwin.sim.metrics.Metric.GPU_USEFUL_RATIO;
import static org.edgetwin.sim.metrics.Metric.JCT_MEAN_S;
import static org.edgetwin.sim.metrics.Metric.JCT_P50_S;
import static org.edgetwin.sim.metrics.Metric.JOBS_FINISHED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.metrics.Metric;
import org.edgetwin.sim.scheduling.Knowledge;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {
  /** Replications differ by thousands, schedulers by about ten. */
  private static final double[] OF_A = {5010, 1000, 9020, 3005, 7015};

  private static final double[] OF_B = {5021, 1009, 9029, 3018, 7024};

  private static PairedDifference compare(
      Metric metric, List<Metric> headlines, SchedulerResult... schedulers) {
    return new PairedComparison(new StudentInference(), headlines)
        .compare(List.of(schedulers)).stream()
            .filter(difference -> difference.metric() == metric)
            .findFirst()
            .orElseThrow();
  }

  private static PairedDifference compareJct(double[] ofA, double[] ofB) {
    return compare(
        JCT_MEAN_S,
        List.of(JCT_MEAN_S),
        Outcomes.scheduler("a", JCT_MEAN_S, ofA),
        Outcomes.scheduler("b", JCT_MEAN_S, ofB));
  }

  @Test
  void pairingFindsASmallDifferenceUnderALargeSpread() {
    PairedDifference difference = compareJct(OF_A, OF_B);

    // Differences -11, -9, -9, -13, -9: mean -10.2, sd 1.789, t(4) 2.7764.
    assertThat(difference.diff()).isCloseTo(-10.2, within(1e-9));
    assertThat(difference.ci95().low()).isCloseTo(-10.2 - 2.2212, within(1e-3));
    assertThat(difference.ci95().high()).isCloseTo(-10.2 + 2.2212, within(1e-3));
    assertThat(difference.n()).isEqualTo(5);
    assertThat(difference.better()).isEqualTo("a");
    assertThat(difference.verdict()).startsWith("a is better");
    assertThat(difference.varianceRatio()).isGreaterThan(1e6);
  }

  @Test
  void higherIsBetterWhereTheMetricSaysSo() {
    PairedDifference difference =
        compare(
            GPU_USEFUL_RATIO,
            List.of(GPU_USEFUL_RATIO),
            Outcomes.scheduler("a", GPU_USEFUL_RATIO, 0.50, 0.60, 0.70),
            Outcomes.scheduler("b", GPU_USEFUL_RATIO, 0.61, 0.70, 0.81));

    assertThat(difference.better()).isEqualTo("b");
  }

  @Test
  void noiseGivesNoVerdict() {
    PairedDifference difference =
        compareJct(new double[] {10, 20, 30, 40}, new double[] {12, 17, 33, 39});

    assertThat(difference.better()).isNull();
    assertThat(difference.verdict()).isEqualTo("no verdict: the difference is within the noise");
    assertThat(difference.ci95().contains(0)).isTrue();
  }

  @Test
  void oneReplicationGivesADifferenceWithoutInterval() {
    PairedDifference difference = compareJct(new double[] {10}, new double[] {20});

    assertThat(difference.diff()).isEqualTo(-10);
    assertThat(difference.ci95()).isNull();
    assertThat(difference.better()).isNull();
    assertThat(difference.verdict()).contains("too few replications");
  }

  @Test
  void metricsThatAreNoHeadlinesGetAnIntervalButNoVerdict() {
    PairedDifference difference =
        compare(
            JCT_P50_S,
            List.of(JCT_MEAN_S),
            Outcomes.scheduler("a", JCT_P50_S, OF_A),
            Outcomes.scheduler("b", JCT_P50_S, OF_B));

    assertThat(difference.ci95()).isNotNull();
    assertThat(difference.adjustedPValue()).isNaN();
    assertThat(difference.better()).isNull();
    assertThat(difference.verdict()).contains("not a declared headline metric");
  }

  @Test
  void theMoreIsComparedTheMoreEvidenceAVerdictNeeds() {
    // t = -2.98, p = 0.041 alone; with a second headline twice that.
    double[] ofA = {10, 10, 10, 10, 10};
    double[] ofB = {12, 14, 15, 12, 10};
    SchedulerResult a = Outcomes.scheduler("a", twoFigures("a", ofA));
    SchedulerResult b = Outcomes.scheduler("b", twoFigures("b", ofB));
    PairedDifference alone = compare(JCT_MEAN_S, List.of(JCT_MEAN_S), a, b);
    PairedDifference oneOfTwo =
        compare(JCT_MEAN_S, List.of(JCT_MEAN_S, BOUNDED_SLOWDOWN_MEAN), a, b);

    assertThat(alone.better()).isEqualTo("a");
    assertThat(oneOfTwo.better()).isNull();
    assertThat(oneOfTwo.adjustedPValue()).isCloseTo(2 * alone.pValue(), within(1e-12));
    assertThat(oneOfTwo.verdict()).contains("correction for 2 comparisons");
  }

  /** The second figure has the same spread but no tendency. */
  private static List<RunOutcome> twoFigures(String scheduler, double[] jctArray) {
    List<RunOutcome> runs = new ArrayList<>();
    for (int i = 0; i < jctArray.length; i++) {
      runs.add(
          Outcomes.run(
              scheduler,
              i + 1,
              Map.of(
                  JCT_MEAN_S,
                  jctArray[i],
                  BOUNDED_SLOWDOWN_MEAN,
                  i % 2 == 0 ? jctArray[i] : -jctArray[i])));
    }
    return runs;
  }

  @Test
  void aLeadThatCostsFinishedJobsIsNotAccepted() {
    PairedDifference difference =
        compare(
            JCT_MEAN_S,
            List.of(JCT_MEAN_S),
            Outcomes.scheduler("a", withFinished("a", OF_A, 980)),
            Outcomes.scheduler("b", withFinished("b", OF_B, 1000)));

    assertThat(difference.adjustedPValue()).isLessThan(0.01);
    assertThat(difference.better()).isNull();
    assertThat(difference.verdict()).contains("a has the better figure", "2.00 %");
  }

  @Test
  void aLeadInSpiteOfMoreFinishedJobsIsAccepted() {
    PairedDifference difference =
        compare(
            JCT_MEAN_S,
            List.of(JCT_MEAN_S),
            Outcomes.scheduler("a", withFinished("a", OF_A, 1000)),
            Outcomes.scheduler("b", withFinished("b", OF_B, 980)));

    assertThat(difference.better()).isEqualTo("a");
  }

  private static List<RunOutcome> withFinished(
      String scheduler, double[] jctArray, double finished) {
    List<RunOutcome> runs = new ArrayList<>();
    for (int i = 0; i < jctArray.length; i++) {
      runs.add(
          Outcomes.run(scheduler, i + 1, Map.of(JCT_MEAN_S, jctArray[i], JOBS_FINISHED, finished)));
    }
    return runs;
  }

  @Test
  void replicationsThatOneOfThemLacksAreLeftOut() {
    SchedulerResult a = Outcomes.scheduler("a", JCT_MEAN_S, OF_A);
    SchedulerResult b = Outcomes.scheduler("b", JCT_MEAN_S, 5021, Double.NaN, 9029);
    PairedDifference difference = compare(JCT_MEAN_S, List.of(JCT_MEAN_S), a, b);

    assertThat(difference.n()).isEqualTo(2);
    assertThat(difference.diff()).isCloseTo(-10, within(1e-9));
  }

  @Test
  void everyPairIsComparedInEveryDirectedMetric() {
    List<PairedDifference> differences =
        new PairedComparison(new StudentInference(), List.of(JCT_MEAN_S))
            .compare(
                List.of(
                    Outcomes.scheduler("a", JCT_MEAN_S, OF_A),
                    Outcomes.scheduler("b", JCT_MEAN_S, OF_B),
                    Outcomes.scheduler("c", JCT_MEAN_S, OF_A)));

    assertThat(differences).hasSize(3 * PairedComparison.METRICS.size());
    assertThat(differences).extracting(d -> d.a() + d.b()).contains("ab", "ac", "bc");
    assertThat(differences)
        .filteredOn(d -> d.metric() == JCT_MEAN_S && d.a().equals("a") && d.b().equals("c"))
        .allSatisfy(d -> assertThat(d.better()).isNull());
  }

  /**
   * Five schedulers that are all the same, three headlines, ten replications: 30 comparisons, so
   * without correction about every other experiment would announce a winner.
   */
  @Test
  void falseVerdictsAreRareHoweverManyAreCompared() {
    Normals normals = new Normals(17);
    int experiments = 300;
    int withFalseVerdict = 0;
    int withFalseInterval = 0;
    for (int e = 0; e < experiments; e++) {
      List<PairedDifference> differences = compareEquals(normals);
      withFalseVerdict += differences.stream().anyMatch(d -> d.better() != null) ? 1 : 0;
      withFalseInterval +=
          differences.stream().anyMatch(d -> d.ci95() != null && !d.ci95().contains(0)) ? 1 : 0;
    }

    // 5 % nominal; three standard deviations above it are 8.8 %.
    assertThat(withFalseVerdict / (double) experiments).isLessThan(0.088);
    assertThat(withFalseInterval / (double) experiments).isGreaterThan(0.3);
  }

  private static List<PairedDifference> compareEquals(Normals normals) {
    List<Metric> headlines = ExperimentPlan.STANDARD_HEADLINES;
    double[] level = normals.next(10);
    List<SchedulerResult> schedulers = new ArrayList<>();
    for (String name : List.of("a", "b", "c", "d", "e")) {
      List<RunOutcome> runs = new ArrayList<>();
      for (int r = 0; r < level.length; r++) {
        runs.add(
            Outcomes.run(
                name,
                r + 1,
                Map.of(
                    headlines.get(0),
                    3 * level[r] + normals.next(),
                    headlines.get(1),
                    2 * level[r] + normals.next(),
                    headlines.get(2),
                    level[r] + normals.next())));
      }
      schedulers.add(new SchedulerResult(name, Knowledge.NONE, noEstimates(), List.of(), runs));
    }
    return new PairedComparison(new StudentInference(), headlines).compare(schedulers);
  }

  private static Map<Metric, Estimate> noEstimates() {
    return Map.of(JCT_MEAN_S, new Estimate(Double.NaN, null, 0, "not needed"));
  }

  @Test
  void rankingNamesWhoIsEstablishedToBeWorse() {
    SchedulerResult a = Outcomes.scheduler("a", JCT_MEAN_S, OF_A);
    SchedulerResult b = Outcomes.scheduler("b", JCT_MEAN_S, OF_B);
    double[] noisy = Arrays.stream(OF_A).map(x -> x * 1.001 + (x > 5000 ? 9 : -9)).toArray();
    SchedulerResult c = Outcomes.scheduler("c", JCT_MEAN_S, noisy);
    List<SchedulerResult> schedulers = List.of(c, b, a);
    List<PairedDifference> pairs =
        new PairedComparison(new StudentInference(), List.of(JCT_MEAN_S)).compare(schedulers);

    assertThat(Ranking.of(JCT_MEAN_S, schedulers, pairs).entries())
        .extracting(Ranking.Entry::scheduler, Ranking.Entry::worseThanFirst)
        .containsExactly(tuple("a", false), tuple("c", false), tuple("b", true));
  }
}
