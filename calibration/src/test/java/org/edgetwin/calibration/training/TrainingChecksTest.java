package org.edgetwin.calibration.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.junit.jupiter.api.Test;

class TrainingChecksTest {
  @Test
  void leftOutBatchesReachTheirBars() {
    List<CheckCell> cells = new GangBatchesCheck().run();
    assertThat(cells).allMatch(CheckCell::passed);
    Golden.assertErrors(cells, "left-out batches", 7.94, 5.94, 17.36);
    Golden.assertErrors(cells, "one GPU's step", 38.05, 35.70, 73.38);
  }

  @Test
  void leftOutPlacementsReachTheirBars() {
    List<CheckCell> cells = new PlacementsCheck().run();
    assertThat(cells).allMatch(CheckCell::passed);
    Golden.assertErrors(cells, "left-out placements", 5.37, 3.89, 12.37);
    Golden.assertErrors(cells, "the computation alone", 46.16, 53.41, 73.59);
  }

  @Test
  void largerGangsReachTheirBar() {
    List<CheckCell> cells = new MoreGpusCheck().run();
    assertThat(cells).allMatch(CheckCell::passed);
    Golden.assertErrors(cells, "12 to 64 GPUs", 9.12, 7.06, 20.01);
    Golden.assertErrors(cells, "12 to 16 GPUs in four nodes", 6.37, 5.12, 13.68);
    Golden.assertErrors(cells, "the computation alone", 53.95, 62.81, 78.35);
  }
}
