package org.edgetwin.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GpuCatalogTest {
  private static final GpuCatalog CATALOG = GpuCatalog.standard();

  static java.util.List<GpuModel> models() {
    return CATALOG.all();
  }

  @Test
  void holdsFortyNineModelsAndTwoStandIns() {
    assertThat(CATALOG.all()).hasSize(51);
    assertThat(CATALOG.all()).extracting(GpuModel::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModelIsPhysicallySane(GpuModel gpu) {
    assertThat(gpu.memoryGb()).isBetween(8.0, 288.0);
    assertThat(gpu.memoryBandwidthGbs()).isBetween(240.0, 8000.0);
    assertThat(gpu.fp32Tflops()).isBetween(4.1, 163.4);
    if (gpu.hasTensorRate()) {
      assertThat(gpu.tensorTflops() / gpu.fp32Tflops()).isBetween(1.9, 29.0);
    }
    assertThat(gpu.powerWatts()).isBetween(70.0, 2000.0);
    assertThat(gpu.idlePowerWatts()).isBetween(3.0, 0.15 * gpu.powerWatts());
    assertThat(gpu.priceUsdPerHour()).isBetween(0.05, 10.0);
    assertThat(gpu.askUsdPerHour()).isBetween(0.05, 10.0);
    assertThat(gpu.lawFactor()).isBetween(1.0, 1.8);
    assertThat(gpu.source()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("models")
  void indexIsThePositionAndBelongsToThisCatalogueOnly(GpuModel gpu) {
    assertThat(CATALOG.all().get(gpu.index())).isSameAs(gpu);
    assertThat(CATALOG.indexOf(gpu)).isEqualTo(gpu.index());
    assertThat(CATALOG.find(gpu.id())).containsSame(gpu);
    GpuModel namesake = gpu.variant(gpu.id()).memoryGb(gpu.memoryGb() + 1).build(gpu.index());
    assertThat(CATALOG.indexOf(namesake)).isEqualTo(GpuModel.NOT_CATALOGUED);
  }

  @ParameterizedTest
  @CsvSource({
    "V100, V100-SXM2-16", "v100m32, V100-SXM2-32", "P100, P100-PCIE-16", "k80, K80-DIE",
    "A100, A100-SXM-80", "h100, H100-SXM", "RTX4090, RTX-4090", "rtx_4090, RTX-4090",
    "T4, T4", "A10, A10", "V100M16, V100-SXM2-16"
  })
  void knowsTheNamesThatTracesUse(String name, String id) {
    assertThat(CATALOG.require(name).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({"G2, A10", "G3, A100-SXM-80"})
  void anonymousModelsStandInOpenlyForARealOne(String name, String id) {
    GpuModel standIn = CATALOG.require(name);
    GpuModel real = CATALOG.require(id);
    assertThat(standIn.id()).isEqualTo(name);
    assertThat(standIn.name()).contains("anonymous").contains(id);
    assertThat(standIn.memoryBandwidthGbs()).isEqualTo(real.memoryBandwidthGbs());
    assertThat(standIn.priceUsdPerHour()).isEqualTo(real.priceUsdPerHour());
  }

  @ParameterizedTest
  @CsvSource({
    "V100-SXM2-16, 16, 900, 15.7, 125, 300",
    "A100-SXM-80, 80, 2039, 19.5, 312, 400",
    "H100-SXM, 80, 3350, 67, 989, 700",
    "RTX-4090, 24, 1008, 82.6, 165.2, 450",
    "T4, 16, 320, 8.1, 65, 70"
  })
  void figuresAreThoseOfTheDataSheet(
      String id, double memory, double bandwidth, double fp32, double tensor, double watts) {
    GpuModel gpu = CATALOG.require(id);
    assertThat(gpu.memoryGb()).isEqualTo(memory);
    assertThat(gpu.memoryBandwidthGbs()).isEqualTo(bandwidth);
    assertThat(gpu.fp32Tflops()).isEqualTo(fp32);
    assertThat(gpu.tensorTflops()).isEqualTo(tensor);
    assertThat(gpu.powerWatts()).isEqualTo(watts);
  }

  @Test
  void pascalAndKeplerHaveNoTensorRate() {
    assertThat(CATALOG.all().stream().filter(gpu -> !gpu.hasTensorRate()))
        .extracting(GpuModel::id)
        .containsExactlyInAnyOrder("P100-PCIE-16", "P40", "K80-DIE", "GTX-1080-TI");
  }

  @Test
  void unknownNameIsAnsweredWithTheNearest() {
    assertThat(CATALOG.find("RTX-4900")).isEmpty();
    assertThat(CATALOG.suggest("H1000")).contains("H100");
    assertThat(CATALOG.suggest("completely different")).isEmpty();
    assertThatThrownBy(() -> CATALOG.require("RTX 4091"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'RTX 4091'")
        .hasMessageContaining("Maybe RTX-4090");
  }
}
