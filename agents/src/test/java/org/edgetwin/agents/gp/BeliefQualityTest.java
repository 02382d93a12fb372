package org.edgetwin.agents.gp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the random walk Gaussian process is worth, over 30 generated fleets. */
class BeliefQualityTest {
  private static final int FLEETS = 30;

  private static PredictionScore score(String belief, FleetLaw law) {
    return BeliefComparison.score(BeliefComparison.beliefs().get(belief), law, FLEETS);
  }

  /** Score of a process that is told the law of the hidden parts, but not the groups. */
  private static PredictionScore told(FleetLaw law) {
    return BeliefComparison.score(
        BeliefComparison.informed(law.factors()).get("told the law"), law, FLEETS);
  }

  static List<FleetLaw> standardLaws() {
    return List.of(FleetLaw.HIDDEN_GROUPS, FleetLaw.GROUPS_ARE_SITES);
  }

  @ParameterizedTest
  @MethodSource("standardLaws")
  void predictsBetterThanTheBaselines(FleetLaw law) {
    PredictionScore none = score("none", law);
    PredictionScore rwgp = score("rwgp", law);

    for (String name : new String[] {"mean", "mean, own spread from 5 on", "mean, pooled spread"}) {
      PredictionScore mean = score(name, law);
      assertThat(mean.logLoss()).as(name).isPositive();
      assertThat(rwgp.logLoss()).as(name).isLessThan(0.75 * mean.logLoss());
    }
    assertThat(none.logLoss() - rwgp.logLoss()).isGreaterThan(0.5);
    PredictionScore shrinkage = score("shrinkage", law);
    assertThat(rwgp.logLoss()).isLessThan(shrinkage.logLoss() - 0.04);
    assertThat(rwgp.rmse()).isLessThan(shrinkage.rmse());
    assertThat(rwgp.coverage()).isBetween(0.85, 0.95);
  }

  @Test
  void aWrongStartIsMadeGood() {
    PredictionScore start = score("rwgp, wrong, not fitted", FleetLaw.HIDDEN_GROUPS);
    PredictionScore fitted = score("rwgp, wrong start", FleetLaw.HIDDEN_GROUPS);
    PredictionScore told = told(FleetLaw.HIDDEN_GROUPS);

    assertThat(start.logLoss()).isGreaterThan(told.logLoss() + 0.2);
    assertThat(fitted.logLoss()).isLessThan(told.logLoss() + 0.02);
    assertThat(fitted.coverage()).isBetween(0.85, 0.95);
  }

  @Test
  void clearGroupsAreWorthFinding() {
    PredictionScore learned = score("rwgp", FleetLaw.CLEAR_GROUPS);
    PredictionScore toldAllButGroups = told(FleetLaw.CLEAR_GROUPS);

    assertThat(learned.rmse()).isLessThan(toldAllButGroups.rmse());
    assertThat(learned.logLoss()).isLessThan(toldAllButGroups.logLoss());
    assertThat(learned.coverage()).isBetween(0.85, 0.95);
  }

  @Test
  void aSmallFleetGainsToo() {
    PredictionScore rwgp = score("rwgp", FleetLaw.SIX_MACHINES);

    assertThat(rwgp.logLoss())
        .isLessThan(score("mean, pooled spread", FleetLaw.SIX_MACHINES).logLoss() - 0.05)
        .isLessThan(score("shrinkage", FleetLaw.SIX_MACHINES).logLoss());
    assertThat(rwgp.coverage()).isBetween(0.85, 0.95);
  }

  @Test
  void noiseThatIsNotNormalDoesNotUndoTheGain() {
    PredictionScore rwgp = score("rwgp", FleetLaw.STRAGGLERS);

    assertThat(rwgp.logLoss())
        .isLessThan(score("mean, pooled spread", FleetLaw.STRAGGLERS).logLoss())
        .isLessThan(score("shrinkage", FleetLaw.STRAGGLERS).logLoss());
    assertThat(rwgp.coverage()).isBetween(0.85, 0.95);
  }
}
