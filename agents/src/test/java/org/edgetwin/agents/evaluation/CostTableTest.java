package org.edgetwin.agents.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class CostTableTest {
  private static final CostTable TABLE = new CostTable(new double[][] {{1, 2, 3}, {5, 6, 13}});

  @Test
  void meansAndParts() {
    assertThat(TABLE.mean()).isEqualTo(5);
    assertThat(TABLE.only(2, 0).at(1, 0)).isEqualTo(13);
    assertThat(TABLE.only(2, 0).mean()).isEqualTo(22.0 / 4);
    CostTable means = TABLE.meanOverSeeds();
    assertThat(means.seeds()).isEqualTo(1);
    assertThat(new double[] {means.at(0, 0), means.at(0, 1), means.at(0, 2)})
        .containsExactly(3, 4, 8);
  }

  @Test
  void refusesWhatIsNoTableOfCosts() {
    assertThatThrownBy(() -> CostTable.ofRule()).hasMessageContaining("no costs");
    assertThatThrownBy(() -> new CostTable(new double[][] {{1, 2}, {1}}))
        .hasMessage("Row 0 has 2 windows, row 1 has 1.");
    assertThatThrownBy(() -> CostTable.ofRule(1, Double.NaN))
        .hasMessageContaining("seed 0 in window 1 (NaN) is not positive and finite");
    assertThatThrownBy(() -> CostTable.ofRule(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesABaselineOverOtherWindows() {
    assertThatThrownBy(() -> PairedRatio.of(TABLE, CostTable.ofRule(1, 2)))
        .hasMessageContaining("1 rows and 2 windows for a policy of 3 windows");
    assertThatThrownBy(() -> GapClosed.of(TABLE, TABLE, CostTable.ofRule(1, 2, 3)))
        .hasMessageContaining("Maybe take the mean over its seeds?");
  }
}
