package org.edgetwin.gpu.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.GpuCatalog;
import org.edgetwin.gpu.inference.GpuGroup;
import org.edgetwin.gpu.inference.InferenceModel;
import org.edgetwin.gpu.inference.IterationWork;
import org.edgetwin.gpu.inference.LlmArchitecture;
import org.edgetwin.gpu.inference.LlmArchitectures;
import org.edgetwin.gpu.inference.RooflineLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingTimesTest {
  private static final LlmArchitecture LLAMA = LlmArchitectures.standard().require("Llama-3.1-8B");

  private static GpuGroup group(String gpu, int gpus) {
    return GpuGroup.of(GpuCatalog.standard().require(gpu), gpus);
  }

  @ParameterizedTest
  @CsvSource({
    "Llama-3.1-8B, RTX-4090, 1, MEASURED",
    "Llama-3-8B, RTX-PRO-6000-BW, 1, MEASURED",
    "Qwen3-30B-A3B, RTX-PRO-6000-BW, 1, MEASURED",
    "Llama-3.1-8B, RTX-4090, 2, LAW",
    "Llama-3.1-8B, H100-SXM, 1, LAW",
    "Qwen2-7B, RTX-4090, 1, LAW"
  })
  void saysWhatItRestsOn(String model, String gpu, int gpus, ServingTimes.Source source) {
    ServingTimes times =
        ServingTimes.of(LlmArchitectures.standard().require(model), group(gpu, gpus), 8, 64);
    assertThat(times.source()).isEqualTo(source);
    assertThat(times.times().seconds(0, 0, 8, 800, 8)).isPositive();
  }

  @Test
  void theTabulatedLawIsTheLaw() {
    GpuGroup h100 = group("H100-SXM", 1);
    RooflineLaw law = InferenceModel.standard().engine("vLLM", h100.gpu()).law(LLAMA, h100);
    IterationTime times = ServingTimes.of(LLAMA, h100, 64, 2048).times();
    for (int decodes : new int[] {1, 7, 64}) {
      for (int context : new int[] {20, 333, 1000, 5000, 30000}) {
        double exact = law.seconds(IterationWork.decode(decodes, context));
        assertThat(times.seconds(0, 0, decodes, (long) decodes * context, decodes))
            .isCloseTo(exact, within(1e-3 * exact));
      }
    }
    assertThat(times.seconds(512, 512 * 256, 7, 7000, 8))
        .isEqualTo(law.seconds(new IterationWork(512, 512 * 256, 7, 7000)));
  }

  @ParameterizedTest
  @CsvSource({"RTX-4090", "H100-SXM"})
  void manyIterationsAreTheSumOfSingleOnes(String gpu) {
    IterationTime times = ServingTimes.of(LLAMA, group(gpu, 1), 64, 2048).times();
    for (int decodes : new int[] {1, 5, 64}) {
      long context = decodes * 700L + 3;
      double sum = 0;
      for (int i = 0; i < 400; i++) {
        sum += times.seconds(0, 0, decodes, context + (long) decodes * i, decodes);
        assertThat(times.decodeSeconds(decodes, context, i + 1))
            .isCloseTo(sum, within(1e-12 * sum * (i + 1)));
      }
      for (double share : new double[] {1e-6, 0.1, 0.5, 0.999, 1, 2}) {
        int until = times.decodesUntil(decodes, context, 400, share * sum);
        assertThat(times.decodeSeconds(decodes, context, until))
            .isGreaterThanOrEqualTo(Math.min(share, 1) * sum * (1 - 1e-12));
        assertThat(until == 1 || times.decodeSeconds(decodes, context, until - 1) < share * sum)
            .isTrue();
      }
    }
  }

  @Test
  void graphsAreThoseOfVllm() {
    assertThat(CudaGraphs.usualSizes(12)).containsExactly(1, 2, 4, 8, 16, 24);
    assertThat(CudaGraphs.usualSizes(256)).hasSize(51).contains(256, 272, 512).doesNotContain(264);
  }
}
