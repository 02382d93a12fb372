package org.edgetwin.agents.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the random walk Gaussian process is worth, over 40 generated fleets. */
class BeliefQualityTest {
  private static final int FLEETS = 40;

  private static PredictionScore score(String belief, SyntheticFleet.Groups groups) {
    return BeliefComparison.score(
        BeliefComparison.beliefs().get(belief), HiddenFactors.Law.STANDARD, groups, FLEETS);
  }

  @ParameterizedTest
  @EnumSource(SyntheticFleet.Groups.class)
  void predictsBetterThanTheBaselines(SyntheticFleet.Groups groups) {
    PredictionScore none = score("none", groups);
    PredictionScore rwgp = score("rwgp", groups);

    for (String name : new String[] {"mean", "mean, own spread from 5 on", "mean, pooled spread"}) {
      PredictionScore mean = score(name, groups);
      assertThat(mean.logLoss()).as(name).isPositive();
      assertThat(rwgp.logLoss()).as(name).isLessThan(0.75 * mean.logLoss());
    }
    assertThat(none.logLoss() - rwgp.logLoss()).isGreaterThan(0.5);
    PredictionScore shrinkage = score("shrinkage", groups);
    assertThat(rwgp.logLoss()).isLessThan(shrinkage.logLoss() - 0.04);
    assertThat(rwgp.rmse()).isLessThan(shrinkage.rmse());
    assertThat(rwgp.coverage()).isBetween(0.85, 0.95);
  }

  @Test
  void aWrongStartIsMadeGood() {
    PredictionScore start = score("rwgp, wrong, not fitted", SyntheticFleet.Groups.HIDDEN);
    PredictionScore fitted = score("rwgp, wrong start", SyntheticFleet.Groups.HIDDEN);
    PredictionScore right = score("rwgp", SyntheticFleet.Groups.HIDDEN);

    assertThat(start.logLoss()).isGreaterThan(right.logLoss() + 0.2);
    assertThat(fitted.logLoss()).isCloseTo(right.logLoss(), within(0.02));
    assertThat(fitted.coverage()).isBetween(0.85, 0.95);
  }

  @Test
  void clearGroupsAreWorthFinding() {
    PredictionScore learned =
        BeliefComparison.score(
            BeliefComparison.beliefs().get("rwgp"),
            HiddenFactors.Law.CLEAR,
            SyntheticFleet.Groups.HIDDEN,
            FLEETS);
    PredictionScore toldAllButGroups =
        BeliefComparison.score(
            BeliefComparison.informed(HiddenFactors.Law.CLEAR).get("told the law"),
            HiddenFactors.Law.CLEAR,
            SyntheticFleet.Groups.HIDDEN,
            FLEETS);

    assertThat(learned.rmse()).isLessThan(toldAllButGroups.rmse());
    assertThat(learned.logLoss()).isLessThan(toldAllButGroups.logLoss());
    assertThat(learned.coverage()).isBetween(0.85, 0.95);
  }
}
