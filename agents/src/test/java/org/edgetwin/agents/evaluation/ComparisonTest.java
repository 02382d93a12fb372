package org.edgetwin.agents.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

/** The figures of a policy against its baselines, on all seeds and windows. */
final class ComparisonTest {
  private static final CostTable POLICY = new CostTable(new double[][] {{1, 8, 6}, {2, 4, 6}});
  private static final CostTable RULE = CostTable.ofRule(2, 8, 4);
  private static final CostTable FIFO = CostTable.ofRule(4, 16, 6);
  private static final CostTable CLAIRVOYANT = CostTable.ofRule(1, 4, 6);

  @Test
  void ratios() {
    ScoreTable ratios = PairedRatio.of(POLICY, RULE); // 0.5 1 1.5, 1 0.5 1.5
    assertThat(all(ratios.aggregate(Aggregate.MEAN))).isEqualTo(1);
    assertThat(all(ratios.aggregate(Aggregate.GEOMETRIC_MEAN)))
        .isCloseTo(Math.pow(0.5625, 1.0 / 6), within(1e-15));
    assertThat(all(PairedRatio.ofSums(POLICY, RULE))).isEqualTo(27.0 / 28);
    assertThat(all(ratios.shareAtMost(1))).isCloseTo(4.0 / 6, within(1e-15));
    assertThat(all(ratios.shareAtMost(0.49))).isZero();
  }

  @Test
  void scoresLeaveOutWindowsWithoutAScale() {
    ScoreTable scores = NormalisedScore.of(POLICY, FIFO, CLAIRVOYANT);
    assertThat(scores.at(0, 0)).isEqualTo(1);
    assertThat(scores.at(0, 1)).isEqualTo(8.0 / 12);
    assertThat(scores.at(1, 2)).isNaN();
    // Scores 1, 2/3, 2/3, 1.
    assertThat(all(scores.aggregate(Aggregate.MEDIAN))).isCloseTo(5.0 / 6, within(1e-15));
    assertThat(all(NormalisedScore.optimalityGap(scores, 1))).isCloseTo(1.0 / 6, within(1e-15));
    assertThat(all(NormalisedScore.optimalityGap(scores, 0.5))).isZero();
  }

  @Test
  void theRulesThatSpanTheScaleScoreZeroAndOne() {
    ScoreTable zero = NormalisedScore.of(FIFO, FIFO, CLAIRVOYANT);
    ScoreTable one = NormalisedScore.of(CLAIRVOYANT, FIFO, CLAIRVOYANT);
    assertThat(zero.aggregate(Aggregate.MEAN).on(Selection.all(1, 3))).isZero();
    assertThat(one.aggregate(Aggregate.MEAN).on(Selection.all(1, 3))).isEqualTo(1);
    assertThat(NormalisedScore.optimalityGap(zero, 1).on(Selection.all(1, 3))).isEqualTo(1);
  }

  @Test
  void tiesCountHalf() {
    // Less, tie, more; tie, less, more.
    assertThat(all(ProbabilityOfImprovement.of(POLICY, RULE))).isEqualTo(0.5);
    assertThat(all(ProbabilityOfImprovement.of(POLICY, FIFO))).isEqualTo(5.0 / 6);
  }

  @Test
  void gapClosedIsOnMeans() {
    // Means 4.5, 14/3 and 11/3.
    assertThat(all(GapClosed.of(POLICY, RULE, CLAIRVOYANT))).isCloseTo(1.0 / 6, within(1e-12));
    assertThat(all(GapClosed.of(POLICY, CLAIRVOYANT, RULE))).isNaN();
  }

  @Test
  void orderOfWindowsChangesNothing() {
    RandomStream stream = new Streams(4, 1).stream("test/order");
    CostTable policy = RandomCosts.of(4, 30, stream);
    CostTable rule = RandomCosts.of(1, 30, stream);
    CostTable best = RandomCosts.of(1, 30, stream);
    int[] order = IntStream.range(0, 30).map(i -> i * 7 % 30).toArray();
    Selection all = Selection.all(4, 30);
    Statistic[] before = statistics(policy, rule, best);
    Statistic[] after = statistics(policy.only(order), rule.only(order), best.only(order));
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i].on(all)).isCloseTo(before[i].on(all), within(1e-12));
    }
  }

  private static Statistic[] statistics(CostTable policy, CostTable rule, CostTable best) {
    return new Statistic[] {
      PairedRatio.of(policy, rule).aggregate(Aggregate.MEAN),
      PairedRatio.of(policy, rule).aggregate(Aggregate.INTERQUARTILE_MEAN),
      PairedRatio.of(policy, rule).aggregate(Aggregate.GEOMETRIC_MEAN),
      PairedRatio.ofSums(policy, rule),
      ProbabilityOfImprovement.of(policy, rule),
      NormalisedScore.optimalityGap(NormalisedScore.of(policy, rule, best), 1)
    };
  }

  private static double all(Statistic statistic) {
    return statistic.on(Selection.all(2, 3));
  }
}
