package org.edgetwin.calibration.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.calibration.validation.ModelCheck;
import org.edgetwin.sim.validation.CheckCell;
import org.junit.jupiter.api.Test;

/** Errors on what was left out, as docs/models/sharing.md states them. */
class SharingChecksTest {
  private static final double TOLERANCE = 0.0005;

  private static void assertErrors(ModelCheck check, double k80, double p100, double v100) {
    List<CheckCell> cells = check.run();
    assertThat(cells)
        .extracting(CheckCell::name)
        .containsExactly("k80", "p100", "v100", "v100 without filled-in values");
    assertThat(cells).allMatch(CheckCell::passed);
    assertThat(cells.stream().limit(3).map(cell -> cell.figures().get(0).value()))
        .satisfiesExactly(
            error -> assertThat(error).isCloseTo(k80, within(TOLERANCE)),
            error -> assertThat(error).isCloseTo(p100, within(TOLERANCE)),
            error -> assertThat(error).isCloseTo(v100, within(TOLERANCE)));
  }

  @Test
  void pairsByTheStatisticalModel() {
    assertErrors(PairsCheck.statistical(), 0.0187, 0.0195, 0.0509);
  }

  @Test
  void pairsByThePhysicalModel() {
    assertErrors(PairsCheck.physical(), 0.0197, 0.0235, 0.0809);
  }

  @Test
  void configurationsByTheStatisticalModel() {
    assertErrors(ConfigurationCheck.standard(), 0.0358, 0.0406, 0.0770);
  }

  @Test
  void familiesAfterFourProbes() {
    assertErrors(NewFamilyCheck.standard(), 0.0360, 0.0490, 0.1171);
  }

  @Test
  void namesAreUnique() {
    assertThat(SharingChecks.all()).extracting(ModelCheck::name).doesNotHaveDuplicates().hasSize(4);
    assertThat(SharingChecks.all()).extracting(ModelCheck::part).containsOnly("sharing");
  }
}
