package org.edgetwin.gpu.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.GpuModel;
import org.edgetwin.gpu.operators.Estimate.Source;
import org.junit.jupiter.api.Test;

class LayerTimesTest {
  private static final LayerTimes TIMES = LayerTimes.standard();
  private static final GpuTraitsTable GPUS = GpuTraitsTable.standard();
  private static final GpuTraits A100 = GPUS.require("A100-SXM-80");
  private static final LayerShape LLAMA_7B = new LayerShape(32, 32, 4096, 11008, true, true, 1);
  private static final LayerShape LLAMA_13B = new LayerShape(40, 40, 5120, 13824, true, true, 1);

  /** 0.979, 0.076, 0.301, 1.694, 0.135, 0.850, 0.028, twice 0.053 ms at 2048 tokens [vidur2024]. */
  @Test
  void aMeasuredLayerAnswersFromItsTable() {
    Estimate layer = TIMES.layer(LLAMA_7B, 2048, A100);
    assertThat(layer.source()).isEqualTo(Source.TABLE);
    assertThat(layer.seconds()).isCloseTo(4.169e-3, within(5e-6));
    Estimate product = TIMES.operator(LayerOperator.MLP_UP, LLAMA_7B, 2048, A100);
    assertThat(product.seconds()).isCloseTo(1.6935e-3, within(1e-6));
  }

  @Test
  void betweenMeasuredTokensTimesLieBetween() {
    double low = TIMES.layer(LLAMA_7B, 4032, A100).seconds();
    double high = TIMES.layer(LLAMA_7B, 4064, A100).seconds();
    assertThat(TIMES.layer(LLAMA_7B, 4048, A100).seconds())
        .isCloseTo((low + high) / 2, within(1e-9));
  }

  @Test
  void beyondTheTableTheLawAnswersAndSaysSo() {
    Estimate beyond = TIMES.layer(LLAMA_7B, 8192, A100);
    assertThat(beyond.source()).isEqualTo(Source.CALIBRATED);
    double half = TIMES.layer(LLAMA_7B, 4096, A100).seconds();
    assertThat(beyond.seconds() / half).isBetween(1.8, 2.2);
  }

  @Test
  void otherShapesAndGpusAnswerLessSurely() {
    Estimate shape = TIMES.layer(LLAMA_13B, 2048, A100);
    Estimate gpu = TIMES.layer(LLAMA_13B, 2048, GPUS.require("RTX-4090"));
    assertThat(shape.source()).isEqualTo(Source.CALIBRATED);
    assertThat(gpu.source()).isEqualTo(Source.LAW);
    assertThat(TIMES.layer(LLAMA_7B, 2048, A100).logSd())
        .isLessThan(shape.logSd())
        .isLessThan(gpu.logSd());
    assertThat(shape.seconds())
        .isBetween(
            TIMES.layer(LLAMA_7B, 2048, A100).seconds(),
            2 * TIMES.layer(LLAMA_7B, 2048, A100).seconds());
  }

  @Test
  void everyGpuWithTensorCoresHasATimeAndOthersAreRefused() {
    for (GpuModel gpu : GpuCatalog.standard().all()) {
      if (gpu.hasTensorRate()) {
        assertThat(TIMES.layer(LLAMA_13B, 512, gpu).seconds()).as(gpu.id()).isBetween(1e-4, 0.1);
      } else {
        assertThatThrownBy(() -> TIMES.layer(LLAMA_13B, 512, gpu))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(gpu.id())
            .hasMessageContaining("Maybe");
      }
    }
  }

  @Test
  void phiHasNoSecondNormalisation() {
    LayerShape phi = new LayerShape(32, 32, 2560, 10240, false, false, 1);
    assertThat(LayerOperator.of(phi)).doesNotContain(LayerOperator.POST_NORM).hasSize(8);
    assertThat(TIMES.layer(phi, 4096, A100).source()).isEqualTo(Source.TABLE);
  }

  @Test
  void noTokensAreAMistake() {
    assertThatThrownBy(() -> TIMES.layer(LLAMA_7B, 0, A100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tokens");
  }
}
