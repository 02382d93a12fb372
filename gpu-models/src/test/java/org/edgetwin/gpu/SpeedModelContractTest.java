package org.edgetwin.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every speed model promises. */
class SpeedModelContractTest {
  private static final GpuModel OWN_GPU =
      GpuModel.custom("own").memoryGb(20).memoryBandwidthGbs(700).fp32Tflops(30).build();

  static List<SpeedModel> speedModels() {
    return List.of(
        MeasuredSpeeds.standard(),
        SpecSheetLaw.standard(),
        new UniformSpeed(),
        ChainedSpeed.standard());
  }

  @ParameterizedTest
  @MethodSource("speedModels")
  void everySpeedItKnowsIsPositiveOrZero(SpeedModel model) {
    int known = 0;
    for (WorkloadClass workload : WorkloadCatalog.standard().all()) {
      for (GpuModel gpu : GpuCatalog.standard().all()) {
        if (model.knows(workload, gpu)) {
          known++;
          checkGangs(model, workload, gpu);
        }
      }
    }
    assertThat(known).isGreaterThanOrEqualTo(26 * 4);
    assertThat(model.describe()).isNotBlank();
  }

  private static void checkGangs(SpeedModel model, WorkloadClass workload, GpuModel gpu) {
    for (Spread spread : Spread.values()) {
      for (int gang = 1; gang <= 16; gang++) {
        double speed = model.speed(workload, gpu, gang, spread);
        assertThat(speed).isGreaterThanOrEqualTo(0).isLessThan(40);
        assertThat(speed).isEqualTo(model.speed(workload, gpu, gang, spread));
      }
    }
  }

  @Test
  void chainAnswersAsMeasuredWhereMeasuredAndByTheLawElsewhere() {
    ChainedSpeed chain = ChainedSpeed.standard();
    for (WorkloadClass workload : WorkloadCatalog.standard().all()) {
      for (GpuModel gpu : GpuCatalog.standard().all()) {
        SpeedModel expected =
            MeasuredSpeeds.standard().knows(workload, gpu)
                ? MeasuredSpeeds.standard()
                : SpecSheetLaw.standard();
        assertThat(chain.speed(workload, gpu, 4, Spread.MANY_NODES))
            .isEqualTo(expected.speed(workload, gpu, 4, Spread.MANY_NODES));
      }
    }
  }

  @Test
  void chainCarriesOverToModelsAndClassesOfOnesOwn() {
    WorkloadClass ownClass = WorkloadClass.custom("own", "own", 10, 0.3, 0.5);
    WorkloadClass known = WorkloadCatalog.standard().find("lm-20").orElseThrow();
    GpuModel a100 = GpuCatalog.standard().require("A100");
    ChainedSpeed chain = ChainedSpeed.standard();
    assertThat(chain.speed(ownClass, OWN_GPU, 1, Spread.ONE_NODE))
        .isEqualTo(SpecSheetLaw.standard().speed(ownClass, OWN_GPU, 1, Spread.ONE_NODE));
    assertThat(chain.speed(known, a100.variant("mine").build(), 2, Spread.ONE_NODE))
        .isEqualTo(chain.speed(known, a100, 2, Spread.ONE_NODE));
  }

  @ParameterizedTest
  @MethodSource("speedModels")
  void lookUpsAllocateNothing(SpeedModel model) {
    WorkloadClass workload = WorkloadCatalog.standard().find("lm-20").orElseThrow();
    GpuModel gpu = GpuCatalog.standard().require("P100");
    long bytes =
        Allocation.bytesOf(
            () -> {
              for (int i = 1; i <= 10_000; i++) {
                model.speed(workload, gpu, 1 + i % 8, Spread.MANY_NODES);
              }
            });
    assertThat(bytes).isLessThan(10_000);
  }
}
