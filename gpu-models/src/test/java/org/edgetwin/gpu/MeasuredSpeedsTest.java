package org.edgetwin.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts of the published table, seen through the model. */
class MeasuredSpeedsTest {
  private static final MeasuredSpeeds SPEEDS = MeasuredSpeeds.standard();
  private static final List<WorkloadClass> MEASURED =
      WorkloadCatalog.standard().all().subList(0, 26);

  private static double speed(String workload, String gpu, int gang, Spread spread) {
    return SPEEDS.speed(
        WorkloadCatalog.standard().find(workload).orElseThrow(),
        GpuCatalog.standard().require(gpu),
        gang,
        spread);
  }

  @ParameterizedTest
  @CsvSource({"P100, 1.23, 0.43, 1.84", "K80, 4.05, 0.66, 11.63"})
  void referenceOverOlderGpuIsAsPublished(String gpu, double median, double low, double high) {
    double[] ratios =
        MEASURED.stream()
            .mapToDouble(workload -> 1 / speed(workload.id(), gpu, 1, Spread.ONE_NODE))
            .toArray();
    assertThat(Statistics.median(ratios)).isCloseTo(median, within(0.01));
    assertThat(Statistics.min(ratios)).isCloseTo(low, within(0.01));
    assertThat(Statistics.max(ratios)).isCloseTo(high, within(0.01));
  }

  @Test
  void theOrderOfTheGpusFlipsFromJobToJob() {
    assertThat(speed("resnet50-64", "P100", 1, Spread.ONE_NODE)).isLessThan(1);
    assertThat(speed("resnet18-32", "P100", 1, Spread.ONE_NODE)).isGreaterThan(1);
    assertThat(speed("recommendation-1024", "K80", 1, Spread.ONE_NODE)).isGreaterThan(1);
    assertThat(speed("recommendation-1024", "P100", 1, Spread.ONE_NODE))
        .isGreaterThan(speed("recommendation-1024", "K80", 1, Spread.ONE_NODE));
  }

  @Test
  void everyGangOfReferenceGpusInOneNodeHasSpeedOne() {
    for (WorkloadClass workload : MEASURED) {
      if (!List.of("A3C", "CycleGAN", "Recommendation").contains(workload.family())) {
        for (int gang : new int[] {1, 2, 4, 8}) {
          assertThat(speed(workload.id(), "V100", gang, Spread.ONE_NODE)).isEqualTo(1);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0.90, 0.46", "2, 0.57, 0.32", "3, 0.81, 0.26"})
  void parallelEfficiencyIsAsPublished(int gangPosition, double oneNode, double manyNodes) {
    int gang = 1 << gangPosition;
    assertThat(medianEfficiency(gangPosition, gang, Spread.ONE_NODE))
        .isCloseTo(oneNode, within(0.006));
    assertThat(medianEfficiency(gangPosition, gang, Spread.MANY_NODES))
        .isCloseTo(manyNodes, within(0.006));
  }

  private static double medianEfficiency(int gangPosition, int gang, Spread spread) {
    GavelThroughputs table = GavelThroughputs.load(WorkloadCatalog.standard());
    return Statistics.median(
        MEASURED.stream()
            .mapToInt(WorkloadClass::index)
            .filter(table::hasGangs)
            .mapToDouble(
                workload ->
                    table.rate(workload, MeasuredGpu.V100.position(), spread, gangPosition)
                        / table.rate(workload, MeasuredGpu.V100.position(), Spread.ONE_NODE, 0)
                        / gang)
            .toArray());
  }

  @ParameterizedTest
  @CsvSource({"2, 0.50", "4, 0.52", "8, 0.30"})
  void spreadingAGangOverNodesCostsAboutHalfOfItsSpeed(int gang, double median) {
    double[] kept =
        MEASURED.stream()
            .filter(workload -> workload.family().matches("LM|Transformer|ResNet.*"))
            .mapToDouble(workload -> speed(workload.id(), "V100", gang, Spread.MANY_NODES))
            .toArray();
    assertThat(Statistics.median(kept)).isCloseTo(median, within(0.005));
  }

  @Test
  void oneGpuIsNeverSpread() {
    for (WorkloadClass workload : MEASURED) {
      assertThat(speed(workload.id(), "P100", 1, Spread.MANY_NODES))
          .isEqualTo(speed(workload.id(), "P100", 1, Spread.ONE_NODE));
    }
  }

  @Test
  void aGangThatDidNotFitHasSpeedZero() {
    assertThat(speed("resnet50-128", "K80", 1, Spread.ONE_NODE)).isPositive();
    for (int gang = 2; gang <= 9; gang++) {
      assertThat(speed("resnet50-128", "K80", gang, Spread.ONE_NODE)).isZero();
      assertThat(speed("resnet50-128", "K80", gang, Spread.MANY_NODES)).isZero();
    }
  }

  @Test
  void unmeasuredGangsLieBetweenTheirNeighboursAndStopAtEight() {
    double two = speed("lm-20", "P100", 2, Spread.MANY_NODES);
    double four = speed("lm-20", "P100", 4, Spread.MANY_NODES);
    double three = speed("lm-20", "P100", 3, Spread.MANY_NODES);
    assertThat(three).isBetween(Math.min(two, four), Math.max(two, four));
    assertThat(Math.log(three / two) / Math.log(four / two))
        .isCloseTo(Math.log(1.5) / Math.log(2), within(1e-9));
    assertThat(speed("lm-20", "P100", 64, Spread.MANY_NODES))
        .isEqualTo(speed("lm-20", "P100", 8, Spread.MANY_NODES));
  }

  @Test
  void classesMeasuredOnOneGpuScaleLikeTheMedianClass() {
    double gain =
        speed("a3c", "P100", 4, Spread.ONE_NODE) / speed("a3c", "P100", 1, Spread.ONE_NODE);
    double sameGain =
        speed("cyclegan", "P100", 4, Spread.ONE_NODE)
            / speed("cyclegan", "P100", 1, Spread.ONE_NODE);
    assertThat(gain).isCloseTo(sameGain, within(1e-12));
    assertThat(speed("a3c", "V100", 8, Spread.MANY_NODES)).isLessThan(0.5);
  }

  @Test
  void theLargeVoltaIsTheSmallOneWithMoreMemory() {
    assertThat(speed("lm-5", "V100-SXM2-32", 1, Spread.ONE_NODE)).isEqualTo(1);
  }

  @Test
  void refusesToGuess() {
    WorkloadClass unknown = WorkloadCatalog.unknown("mystery");
    GpuModel v100 = GpuCatalog.standard().reference();
    assertThat(SPEEDS.knows(unknown, v100)).isFalse();
    assertThatThrownBy(() -> SPEEDS.speed(unknown, v100, 1, Spread.ONE_NODE))
        .hasMessageContaining("mystery")
        .hasMessageContaining("V100");
    assertThat(SPEEDS.knows(MEASURED.get(0), GpuCatalog.standard().require("A100"))).isFalse();
  }
}
