package org.edgetwin.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.edgetwin.gpu.sharing.FittedSharing;
import org.edgetwin.gpu.sharing.MeasuredPairs;
import org.edgetwin.gpu.sharing.Partitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every contention model promises. */
class ContentionModelContractTest {
  private static final WorkloadClass[] CROWD =
      WorkloadCatalog.standard().all().subList(2, 8).toArray(new WorkloadClass[0]);

  static List<ContentionModel> contentionModels() {
    return List.of(
        MeasuredPairs.standard(),
        new TimeSlicing(),
        new TimeSlicing(0.002, 0.0005),
        new NoContention(),
        FittedSharing.ofPairs(List.of(), Map.of()),
        FittedSharing.physical(1),
        FittedSharing.physical(0.5),
        new Partitions());
  }

  @ParameterizedTest
  @MethodSource("contentionModels")
  void aJobAloneKeepsEverything(ContentionModel model) {
    for (WorkloadClass workload : WorkloadCatalog.standard().all()) {
      for (GpuModel gpu : GpuCatalog.standard().all()) {
        if (!workload.exceeds(gpu)) {
          assertThat(model.retained(workload, gpu, CROWD, 0)).isEqualTo(1);
        }
      }
    }
    assertThat(model.describe()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("contentionModels")
  void whatIsKeptIsAShareAndFallsWithTheCrowd(ContentionModel model) {
    for (WorkloadClass workload : WorkloadCatalog.standard().all()) {
      for (GpuModel gpu : GpuCatalog.standard().all()) {
        double before = 1;
        for (int count = 1; count <= CROWD.length; count++) {
          double kept = model.retained(workload, gpu, CROWD, count);
          assertThat(kept).isBetween(0.0, before);
          before = kept;
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("contentionModels")
  void orderOfTheOthersDoesNotMatter(ContentionModel model) {
    WorkloadClass self = WorkloadCatalog.standard().find("resnet18-64").orElseThrow();
    WorkloadClass[] backwards = new WorkloadClass[3];
    for (int i = 0; i < 3; i++) {
      backwards[i] = CROWD[2 - i];
    }
    for (GpuModel gpu : GpuCatalog.standard().all()) {
      assertThat(model.retained(self, gpu, backwards, 3))
          .isCloseTo(
              model.retained(self, gpu, CROWD, 3), org.assertj.core.api.Assertions.within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("contentionModels")
  void lookUpsAllocateNothing(ContentionModel model) {
    GpuModel gpu = GpuCatalog.standard().require("V100");
    long bytes =
        Allocation.bytesOf(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                model.retained(CROWD[i % CROWD.length], gpu, CROWD, 1 + i % 3);
              }
            });
    assertThat(bytes).isLessThan(10_000);
  }

  @ParameterizedTest
  @MethodSource("contentionModels")
  void aSmallerPartIsNoFaster(ContentionModel model) {
    for (WorkloadClass workload : WorkloadCatalog.standard().all()) {
      for (GpuModel gpu : GpuCatalog.standard().all()) {
        double before = 1;
        for (double share = 1; share > 0.1; share -= 0.125) {
          double kept = model.alone(workload, gpu, share);
          assertThat(kept).isBetween(0.0, before);
          before = kept;
        }
      }
    }
  }

  @Test
  void changingTurnsCostsItsShare() {
    GpuModel gpu = GpuCatalog.standard().require("H100");
    assertThat(new TimeSlicing(0.002, 0.0005).retained(CROWD[0], gpu, CROWD, 3)).isEqualTo(0.2);
    assertThat(new TimeSlicing(0.002, 0.0005).retained(CROWD[0], gpu, CROWD, 0)).isEqualTo(1);
  }

  @Test
  void timeSlicesAreEqual() {
    GpuModel gpu = GpuCatalog.standard().require("H100");
    assertThat(new TimeSlicing().retained(CROWD[0], gpu, CROWD, 3)).isEqualTo(0.25);
    GpuModel small = GpuCatalog.standard().require("RTX-3070");
    assertThat(new TimeSlicing().retained(CROWD[0], small, CROWD, 3)).isZero();
  }
}
