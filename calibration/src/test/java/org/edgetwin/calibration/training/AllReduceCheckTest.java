package org.edgetwin.calibration.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.edgetwin.sim.validation.CheckCell;
import org.junit.jupiter.api.Test;

class AllReduceCheckTest {
  @Test
  void leftOutSizesReachTheirBars() {
    List<CheckCell> cells = new AllReduceCheck().run();
    assertThat(cells).allMatch(CheckCell::passed);
    Golden.assertErrors(cells, "sizes inside the range", 4.65, 0.94, 7.77);
    Golden.assertErrors(cells, "the law alone", 10.59, 6.44, 20.25);
    Golden.assertErrors(cells, "sizes beyond the range", 8.69, 4.53, 32.52);
    Golden.assertErrors(cells, "groups over two nodes", 1.92, 0.59, 3.05);
  }
}
