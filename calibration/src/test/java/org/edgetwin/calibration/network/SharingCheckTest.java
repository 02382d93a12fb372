package org.edgetwin.calibration.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.junit.jupiter.api.Test;

class SharingCheckTest {
  @Test
  void closedFormsAreMet() {
    List<CheckCell> cells = new SharingCheck().run();
    assertThat(cells).hasSize(3).allMatch(CheckCell::passed);
    assertThat(cells.get(0).comparisons()).hasSize(4000);
    assertThat(cells.get(1).comparisons()).hasSize(400);
    assertThat(cells.get(2).comparisons()).hasSize(200);
  }
}
