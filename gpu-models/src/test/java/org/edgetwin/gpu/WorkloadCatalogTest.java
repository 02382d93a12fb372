package org.edgetwin.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WorkloadCatalogTest {
  private static final WorkloadCatalog CATALOG = WorkloadCatalog.standard();

  @Test
  void theTwentySixMeasuredClassesComeFirst() {
    assertThat(CATALOG.all().stream().filter(WorkloadClass::isMeasured)).hasSize(26);
    assertThat(CATALOG.all().subList(0, 26)).allMatch(WorkloadClass::isMeasured);
    assertThat(CATALOG.all()).extracting(WorkloadClass::id).doesNotHaveDuplicates();
    for (WorkloadClass workload : CATALOG.all()) {
      assertThat(CATALOG.all().get(workload.index())).isSameAs(workload);
      assertThat(CATALOG.find(workload.id())).containsSame(workload);
    }
  }

  @Test
  void idsAndGavelJobTypesMapToEachOther() {
    WorkloadClass workload = CATALOG.find("ResNet50-64").orElseThrow();
    assertThat(workload.batchSize()).isEqualTo(64);
    assertThat(CATALOG.findJobType("ResNet-50 (batch size 64)")).containsSame(workload);
    for (WorkloadClass measured : CATALOG.all().subList(0, 26)) {
      assertThat(CATALOG.findJobType(measured.measuredAs())).containsSame(measured);
    }
    assertThat(CATALOG.findJobType("")).isEmpty();
  }

  @Test
  void everyMeasuredClassFitsAloneOnTheTwelveGigabyteKepler() {
    assertThat(CATALOG.all().subList(0, 26)).allMatch(workload -> workload.memoryGb() <= 12);
  }

  @Test
  void largerBatchesNeedMoreMemory() {
    for (WorkloadClass a : CATALOG.all()) {
      for (WorkloadClass b : CATALOG.all()) {
        if (a.family().equals(b.family()) && a.isMeasured() && a.batchSize() < b.batchSize()) {
          assertThat(a.memoryGb()).as(a.id() + " " + b.id()).isLessThanOrEqualTo(b.memoryGb());
        }
      }
    }
  }

  @Test
  void unknownClassKeepsItsNameAndChecksNoMemory() {
    WorkloadClass unknown = WorkloadCatalog.unknown("mystery");
    assertThat(unknown.id()).isEqualTo("mystery");
    assertThat(unknown.exceeds(GpuCatalog.standard().require("RTX-3070"))).isFalse();
    assertThat(CATALOG.indexOf(unknown)).isEqualTo(WorkloadClass.NOT_CATALOGUED);
  }

  @Test
  void misspeltNameIsAnsweredWithTheNearest() {
    assertThat(CATALOG.find("resnet50-65")).isEmpty();
    assertThat(CATALOG.suggest("resnet50-65")).contains("resnet50-64");
    assertThat(CATALOG.suggest("transfomer-16")).first().isEqualTo("transformer-16");
  }

  @Test
  void impossibleFiguresAreNamed() {
    assertThatThrownBy(() -> WorkloadClass.custom("x", "y", 1, 1.5, 1))
        .hasMessageContaining("computeShare (1.5)");
    assertThatThrownBy(() -> WorkloadClass.custom("x", "y", 1, Double.NaN, 1))
        .hasMessageContaining("computeShare (NaN)");
    assertThatThrownBy(() -> WorkloadClass.custom("x", "y", 0, 0.1, 1))
        .hasMessageContaining("memoryGb (0.0)");
  }
}
