package org.edgetwin.agents.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.edgetwin.sim.experiment.Interval;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.probdist.BinomialDist;
import umontreal.ssj.rng.RandomStream;

final class StratifiedBootstrapTest {
  private static final int RESAMPLES = 2000;

  @Test
  void equalTablesGiveOneWithoutWidth() {
    double[] costs = {3.7, 0.1, 12.9, 5.3, 1e4};
    CostTable policy = new CostTable(new double[][] {costs, costs, costs});
    CostTable rule = CostTable.ofRule(costs);
    ScoreTable ratios = PairedRatio.of(policy, rule);
    StratifiedBootstrap bootstrap = new StratifiedBootstrap(3, oneStratum(5), 500, stream("equal"));
    Interval one = new Interval(1, 1);
    for (Aggregate aggregate : Aggregate.values()) {
      assertThat(bootstrap.estimate(ratios.aggregate(aggregate)))
          .isEqualTo(new BootstrapEstimate(1, one));
    }
    assertThat(bootstrap.estimate(PairedRatio.ofSums(policy, rule)).ci95()).isEqualTo(one);
    assertThat(bootstrap.estimate(ProbabilityOfImprovement.of(policy, rule)).ci95())
        .isEqualTo(new Interval(0.5, 0.5));
  }

  @Test
  void sameStreamSameIntervals() {
    CostTable policy = RandomCosts.of(5, 60, stream("costs"));
    Statistic mean =
        PairedRatio.of(policy, policy.meanOverSeeds()).aggregate(Aggregate.INTERQUARTILE_MEAN);
    BootstrapEstimate first =
        new StratifiedBootstrap(5, loads(60), 300, stream("a")).estimate(mean);
    assertThat(new StratifiedBootstrap(5, loads(60), 300, stream("a")).estimate(mean))
        .isEqualTo(first);
    assertThat(new StratifiedBootstrap(5, loads(60), 300, stream("b")).estimate(mean))
        .isNotEqualTo(first);
  }

  @Test
  void strataKeepTheirSizes() {
    // Every window of a stratum costs the same: no resample changes the mean.
    double[] costs = {1, 2, 9, 1, 2, 9, 9};
    Strata strata = new Strata(List.of("a", "b", "c", "a", "b", "c", "c"));
    StratifiedBootstrap stratified = new StratifiedBootstrap(1, strata, 300, stream("strata"));
    StratifiedBootstrap plain = new StratifiedBootstrap(1, oneStratum(7), 300, stream("strata"));
    Statistic mean = CostTable.ofRule(costs)::mean;
    assertThat(stratified.estimate(mean).ci95().halfWidth()).isLessThan(1e-12);
    assertThat(plain.estimate(mean).ci95().halfWidth()).isGreaterThan(1);
    assertThat(strata.windowsOf("c")).containsExactly(2, 5, 6);
  }

  @Test
  void oneSeedHasTheVarianceOfTheMeanOverWindows() {
    // Normal theory: the bootstrap variance of a mean of n is s^2 (n - 1) / n / n.
    int n = 180;
    CostTable policy = RandomCosts.normal(1, n, 0.1, 0.1, 0, stream("one"));
    double variance = 0;
    for (int window = 0; window < n; window++) {
      variance += Math.pow(policy.at(0, window) - policy.mean(), 2) / n;
    }
    Interval ci95 =
        new StratifiedBootstrap(1, oneStratum(n), 20_000, stream("resamples"))
            .estimate(policy::mean)
            .ci95();
    double expected = 1.96 * Math.sqrt(variance / n);
    assertThat(ci95.halfWidth()).isCloseTo(expected, within(0.03 * expected));
  }

  @Test
  void intervalsHoldTheMeanAsOftenAsTheySay() {
    // Twenty seeds: the percentile interval is a little narrow, (n - 1) / n and normal for t.
    assertThat(coverage(20, 60, 0.05, 0.1, 0.05)).isBetween(0.91, 0.98);
    assertThat(coverage(1, 60, 0, 0.1, 0)).isBetween(0.91, 0.98);
  }

  @Test
  void fewSeedsThatDifferMuchMakeItTooNarrow() {
    assertThat(coverage(5, 60, 0.1, 0.0001, 0)).isBetween(0.78, 0.88);
  }

  @Test
  void varianceBetweenPairsAloneMakesItTooWide() {
    assertThat(coverage(5, 60, 0, 0, 0.1)).isGreaterThan(0.97);
  }

  /** Share of the intervals of the mean that hold 1. */
  private static double coverage(
      int seeds, int windows, double seedSd, double windowSd, double restSd) {
    int tables = 500;
    RandomStream data = stream("coverage/data");
    RandomStream draws = stream("coverage/draws");
    int covered = 0;
    for (int i = 0; i < tables; i++) {
      CostTable table = RandomCosts.normal(seeds, windows, seedSd, windowSd, restSd, data);
      StratifiedBootstrap bootstrap =
          new StratifiedBootstrap(seeds, oneStratum(windows), 300, draws);
      covered += bootstrap.estimate(table::mean).ci95().contains(1) ? 1 : 0;
    }
    return (double) covered / tables;
  }

  @Test
  void profileRisesFromNoneToAllWithinItsBand() {
    CostTable policy = RandomCosts.of(5, 180, stream("profile"));
    CostTable rule = RandomCosts.of(1, 180, stream("profile/rule"));
    double[] grid = new double[61];
    Arrays.setAll(grid, i -> 0.2 + i * 0.05);
    StratifiedBootstrap bootstrap =
        new StratifiedBootstrap(5, loads(180), RESAMPLES, stream("profile/draws"));
    List<PerformanceProfile.Point> points =
        PerformanceProfile.of(PairedRatio.of(policy, rule), grid, bootstrap).points();
    assertThat(points).hasSize(grid.length);
    assertThat(points.get(0).share().value()).isZero();
    assertThat(points.get(60).share().value()).isEqualTo(1);
    assertThat(points)
        .isSortedAccordingTo((a, b) -> Double.compare(a.share().value(), b.share().value()));
    assertThat(points)
        .allSatisfy(p -> assertThat(p.share().ci95().contains(p.share().value())).isTrue());
  }

  @Test
  void profileBandOfIndependentPairsIsThatOfTheBinomial() {
    // With one seed, a share of n independent windows is binomial.
    int n = 400;
    CostTable policy = RandomCosts.of(1, n, stream("binomial"));
    CostTable rule =
        CostTable.ofRule(Collections.nCopies(n, 1.0).stream().mapToDouble(d -> d).toArray());
    StratifiedBootstrap bootstrap =
        new StratifiedBootstrap(1, oneStratum(n), 20_000, stream("binomial/draws"));
    BootstrapEstimate share = bootstrap.estimate(PairedRatio.of(policy, rule).shareAtMost(1.5));
    BinomialDist binomial = new BinomialDist(n, share.value());
    assertThat(share.ci95().low())
        .isCloseTo((double) binomial.inverseFInt(0.025) / n, within(1.5 / n));
    assertThat(share.ci95().high())
        .isCloseTo((double) binomial.inverseFInt(0.975) / n, within(1.5 / n));
  }

  @Test
  void gapClosedLeavesOutResamplesWithoutAGap() {
    CostTable policy = CostTable.ofRule(8, 10);
    CostTable rule = CostTable.ofRule(10, 10);
    CostTable clairvoyant = CostTable.ofRule(6, 10);
    StratifiedBootstrap bootstrap = new StratifiedBootstrap(1, oneStratum(2), 200, stream("gap"));
    assertThat(bootstrap.estimate(GapClosed.of(policy, rule, clairvoyant)))
        .isEqualTo(new BootstrapEstimate(0.5, new Interval(0.5, 0.5)));
  }

  @Test
  void windowsThatCannotBeResampledGiveNoInterval() {
    CostTable policy = RandomCosts.of(3, 2, stream("single"));
    StratifiedBootstrap single =
        new StratifiedBootstrap(3, new Strata(List.of("a", "b")), 50, stream("single/draws"));
    assertThat(single.estimate(policy::mean)).isEqualTo(new BootstrapEstimate(policy.mean(), null));
    StratifiedBootstrap pair = new StratifiedBootstrap(3, oneStratum(2), 50, stream("pair"));
    assertThat(pair.estimate(policy::mean).ci95()).isNotNull();
    assertThat(pair.estimate(selection -> Double.NaN).ci95()).isNull();
  }

  private static Strata oneStratum(int windows) {
    return new Strata(Collections.nCopies(windows, "all"));
  }

  private static Strata loads(int windows) {
    List<String> names = new ArrayList<>();
    for (int window = 0; window < windows; window++) {
      names.add(List.of("0.7", "0.9", "1.1").get(window * 3 / windows));
    }
    return new Strata(names);
  }

  private static RandomStream stream(String name) {
    return new Streams(7, 1).stream("test/" + name);
  }
}
