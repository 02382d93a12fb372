package org.edgetwin.gpu.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.MeasuredGpu;
import org.edgetwin.gpu.WorkloadCatalog;
import org.edgetwin.gpu.WorkloadClass;
import org.junit.jupiter.api.Test;

class FittedSharingTest {
  private static final GpuModel P100 = MeasuredGpu.P100.model();
  private static final FittedSharing PAIRS = FittedSharing.ofPairs(List.of(), Map.of());

  private static WorkloadClass known(String id) {
    return WorkloadCatalog.standard().find(id).orElseThrow();
  }

  @Test
  void aMeasuredPairIsWhatWasMeasured() {
    for (MeasuredGpu gpu : MeasuredGpu.values()) {
      for (MeasuredPair pair : GavelPairs.all(gpu)) {
        if (!pair.screened()) {
          WorkloadClass[] other = {known(pair.jobs().b().id())};
          assertThat(PAIRS.retained(known(pair.jobs().a().id()), gpu.model(), other, 1))
              .isEqualTo(pair.keptA());
        }
      }
    }
  }

  @Test
  void aScreenedPairIsForecast() {
    PairPosterior posterior = PairPosterior.shipped(MeasuredGpu.V100);
    MeasuredPair screened =
        GavelPairs.fitting(MeasuredGpu.V100).stream()
            .filter(MeasuredPair::screened)
            .findFirst()
            .orElseThrow();
    WorkloadClass[] other = {known(screened.jobs().b().id())};
    assertThat(PAIRS.retained(known(screened.jobs().a().id()), MeasuredGpu.V100.model(), other, 1))
        .isEqualTo(posterior.keptMedian(screened.jobs().a(), screened.jobs().b()))
        .isNotEqualTo(screened.keptA());
  }

  @Test
  void twoOthersAreThePhysicalLawCorrectedByBothPairs() {
    WorkloadClass self = known("resnet18-32");
    WorkloadClass[] others = {known("lm-20"), known("transformer-32")};
    FittedSharing physical = FittedSharing.physical(1);
    double correction = 1;
    double leastPair = 1;
    for (WorkloadClass other : others) {
      WorkloadClass[] alone = {other};
      double pair = PAIRS.retained(self, P100, alone, 1);
      correction *= pair / physical.retained(self, P100, alone, 1);
      leastPair = Math.min(leastPair, pair);
    }
    double together = physical.retained(self, P100, others, 2) * Math.sqrt(correction);
    assertThat(PAIRS.retained(self, P100, others, 2))
        .isCloseTo(Math.min(together, leastPair), within(1e-12))
        .isLessThan(leastPair);
  }

  /** Without fitted demands there is one resource in effect, and the law of summed pressures. */
  @Test
  void classesWithPressureAloneFollowSummedPressure() {
    GpuModel gpu = GpuCatalog.standard().require("H100");
    WorkloadClass a = WorkloadClass.custom("a", "mine", 1, 0.1, 0.6);
    WorkloadClass b = WorkloadClass.custom("b", "mine", 1, 0.1, 0.9);
    WorkloadClass[] others = {b, a};
    assertThat(PAIRS.retained(a, gpu, others, 2)).isCloseTo(1 / 2.1, within(1e-12));
    assertThat(FittedSharing.physical(1).retained(b, gpu, others, 1))
        .isCloseTo(1 / 1.8, within(1e-12));
  }

  @Test
  void measuredPairsOfAnOwnClassMoveItsForecasts() {
    WorkloadClass own =
        new WorkloadClass("own-64", "Own", 64, 2, 0.1, 1, "", "test", WorkloadClass.NOT_CATALOGUED);
    WorkloadClass[] other = {known("resnet50-64")};
    JobPair pair = new JobPair(JobKind.of(own), JobKind.of(known("lm-80")));
    FittedSharing told =
        FittedSharing.ofPairs(
            List.of(own),
            Map.of(MeasuredGpu.P100, List.of(new MeasuredPair(pair, 0.9, 0.85, false))));
    assertThat(told.retained(own, P100, new WorkloadClass[] {known("lm-80")}, 1)).isEqualTo(0.9);
    PairStudy study =
        new PairStudy(
            MeasuredGpu.P100,
            List.of(JobKind.of(own)),
            List.of(new MeasuredPair(pair, 0.9, 0.85, false)));
    assertThat(told.retained(own, P100, other, 1))
        .isEqualTo(study.posterior().keptMedian(JobKind.of(own), JobKind.of(other[0])))
        .isNotEqualTo(PAIRS.retained(own, P100, other, 1));
    assertThatThrownBy(
            () ->
                FittedSharing.ofPairs(
                    List.of(),
                    Map.of(MeasuredGpu.P100, List.of(new MeasuredPair(pair, 0.9, 0.85, false)))))
        .hasMessageContaining("own-64")
        .hasMessageContaining("Maybe define it");
  }

  @Test
  void beyondSixTheOthersTakeTurns() {
    WorkloadClass[] others = new WorkloadClass[9];
    java.util.Arrays.fill(others, WorkloadClass.custom("a", "mine", 0.1, 0.1, 1));
    GpuModel gpu = GpuCatalog.standard().require("H100");
    assertThat(PAIRS.retained(others[0], gpu, others, 9)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void aThreadLimitSlowsAJobEvenAloneAndProtectsItFromOthers() {
    FittedSharing half = FittedSharing.physical(0.5);
    GpuModel gpu = GpuCatalog.standard().require("H100");
    WorkloadClass full = WorkloadClass.custom("full", "mine", 1, 0.1, 1);
    assertThat(half.alone(full, gpu, 1)).isEqualTo(0.5);
    assertThat(half.retained(full, gpu, new WorkloadClass[] {full}, 1)).isEqualTo(1);
    assertThat(half.retained(full, gpu, new WorkloadClass[] {full, full}, 2))
        .isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void aSliceHoldsAJobToItsShareOfProcessorsAndMemory() {
    GpuModel gpu = GpuCatalog.standard().require("A100");
    WorkloadClass full = WorkloadClass.custom("full", "mine", 8, 0.1, 1);
    assertThat(new Partitions().alone(full, gpu, 0.25)).isEqualTo(0.25);
    assertThat(new Partitions().alone(full, gpu, 0.05)).isZero();
    assertThat(new Partitions().retained(full, gpu, new WorkloadClass[] {full}, 1)).isEqualTo(1);
  }
}
