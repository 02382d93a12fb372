package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.metrics.Metric;
import org.junit.jupiter.api.Test;

class GridEffectsTest {
  private static final PolicyGrid GRID = new PolicyGrid(List.of("a", "b"), List.of("x", "y", "z"));

  /** Cell means of a grid, each replication shifted as a whole. */
  private static ExperimentResult result(double[][] means, double... shifts) {
    List<SchedulerResult> schedulers = new ArrayList<>();
    for (int row = 0; row < means.length; row++) {
      for (int column = 0; column < means[row].length; column++) {
        double[] values = new double[shifts.length];
        for (int r = 0; r < shifts.length; r++) {
          values[r] = means[row][column] + shifts[r];
        }
        schedulers.add(
            Outcomes.scheduler(
                PolicyGrid.scheduler(GRID.orderings().get(row), GRID.placements().get(column)),
                Metric.JCT_MEAN_S,
                values));
      }
    }
    return new ExperimentResult(
        "grid",
        1,
        ExperimentPlan.of(GRID.schedulers(), shifts.length),
        "",
        schedulers,
        List.of(),
        LowerBounds.UNKNOWN,
        true);
  }

  @Test
  void ofASumOfEffectsEachChoiceExplainsItsOwn() {
    // Rows -10, +10; columns -3, 0, +3. Squares: 6 x 100 and 2 x 18.
    ExperimentResult result = result(new double[][] {{87, 90, 93}, {107, 110, 113}}, 0, 5, -2);
    GridEffects effects = GridEffects.of(GRID, result, Metric.JCT_MEAN_S);
    assertThat(effects.orderingShare()).isCloseTo(600.0 / 636, within(1e-12));
    assertThat(effects.placementShare()).isCloseTo(36.0 / 636, within(1e-12));
    assertThat(effects.interactionShare()).isCloseTo(0, within(1e-12));
    assertThat(effects.n()).isEqualTo(3);
    LevelEffect a = effects.orderings().get(0);
    assertThat(a.effect()).isCloseTo(-10, within(1e-9));
    // What shifts a whole replication does not blur the effects.
    assertThat(a.ci95().halfWidth()).isCloseTo(0, within(1e-9));
    assertThat(effects.placements().get(2).effect()).isCloseTo(3, within(1e-9));
  }

  @Test
  void whatOnlyThePairTellsIsInteraction() {
    ExperimentResult result = result(new double[][] {{1, 0, -1}, {-1, 0, 1}}, 0, 1);
    GridEffects effects = GridEffects.of(GRID, result, Metric.JCT_MEAN_S);
    assertThat(effects.orderingShare()).isZero();
    assertThat(effects.placementShare()).isZero();
    assertThat(effects.interactionShare()).isEqualTo(1);
  }

  @Test
  void ofEqualCellsNothingIsExplained() {
    ExperimentResult result = result(new double[][] {{5, 5, 5}, {5, 5, 5}}, 0);
    GridEffects effects = GridEffects.of(GRID, result, Metric.JCT_MEAN_S);
    assertThat(effects.orderingShare()).isNaN();
    assertThat(effects.orderings().get(0).ci95()).isNull();
  }

  @Test
  void anUndefinedFigureHasNoEffects() {
    ExperimentResult result = result(new double[][] {{5, 5, 5}, {5, 5, 5}}, 0, 1);
    assertThat(GridEffects.of(GRID, result, Metric.EGRESS_USD).n()).isZero();
  }
}
