package org.edgetwin.calibration.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.Spread;
import org.edgetwin.gpu.training.FittedGangScaling;
import org.junit.jupiter.api.Test;

class MeasurementsTest {
  @Test
  void everyRowIsRead() {
    assertThat(PolluxRow.placements()).hasSize(5542);
    assertThat(PolluxRow.scalability()).hasSize(1561);
    assertThat(CollectiveRow.all()).filteredOn(CollectiveRow::isAllReduceInDgx).hasSize(6 * 994);
    assertThat(GavelGang.all()).hasSize(333);
  }

  @Test
  void aPlacementIsADigitForEachNode() {
    PolluxRow row =
        PolluxRow.placements().stream()
            .filter(r -> r.placement().equals("1342"))
            .findFirst()
            .orElseThrow();
    assertThat(row.gang().nodes()).isEqualTo(4);
    assertThat(row.gang().gpus()).isEqualTo(10);
  }

  /** 18.2 steps/s are the sum of eight workers. */
  @Test
  void ratesOfAGangAreSummedOverItsWorkers() {
    var key = new FittedGangScaling.Key("resnet50", "p100", Spread.ONE_NODE, 8);
    assertThat(GavelGang.all())
        .filteredOn(gang -> gang.key().equals(key) && gang.batch() == 64)
        .singleElement()
        .satisfies(gang -> assertThat(gang.stepSeconds()).isCloseTo(8 / 18.2, within(0.002)))
        .satisfies(gang -> assertThat(gang.soloSeconds()).isCloseTo(1 / 2.62, within(0.002)));
  }

  /** ResNet-50 with 128 samples ran out of memory on gangs of K80: infeasible, not slow. */
  @Test
  void gangsOutOfMemoryAreNoRows() {
    assertThat(GavelGang.all())
        .noneMatch(
            gang ->
                gang.key().family().equals("resnet50")
                    && gang.batch() == 128
                    && gang.key().gpu().equals("k80"));
  }
}
