package org.edgetwin.gpu.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import org.edgetwin.gpu.GpuCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InferenceModelTest {
  private static final InferenceModel MODEL = InferenceModel.standard();

  private static LlmArchitecture llm(String name) {
    return LlmArchitectures.standard().require(name);
  }

  private static GpuGroup group(String gpu, int gpus) {
    return GpuGroup.of(GpuCatalog.standard().require(gpu), gpus);
  }

  /** Published latencies; the tolerance is the noise that the model allows single runs. */
  @ParameterizedTest
  @CsvSource({
    "vLLM, Llama-2-7b, H100, 1, 1024, 16, 13.169",
    "TensorRT-LLM, Llama-3-8B, A100-40, 2, 512, 32, 6.869",
    "TensorRT-LLM, Mixtral-8x7B-v0.1, H100, 4, 256, 64, 2.420",
    "vLLM, Qwen2-7B, GH200, 1, 128, 1, 0.977"
  })
  void measuredBatchesAreAnsweredByMeasurements(
      String engine, String llm, String gpu, int gpus, int tokens, int batch, double seconds) {
    Estimate estimate =
        MODEL.batch(engine, llm(llm), group(gpu, gpus), new BatchRun(tokens, tokens, batch));
    assertThat(estimate.source()).isEqualTo(Estimate.Source.MEASURED_NEARBY);
    assertThat(estimate.seconds()).isCloseTo(seconds, withPercentage(5));
  }

  @Test
  void anUnmeasuredGpuIsAnsweredByTheLawAndLessSurely() {
    LlmArchitecture llama = llm("Llama-2-7b");
    BatchRun run = new BatchRun(1024, 1024, 16);
    Estimate h100 = MODEL.batch("vLLM", llama, group("H100", 1), run);
    Estimate h200 = MODEL.batch("vLLM", llama, group("H200", 1), run);
    assertThat(h200.source()).isEqualTo(Estimate.Source.LAW);
    assertThat(h200.seconds()).isLessThan(h100.seconds()).isEqualTo(h200.lawSeconds());
    assertThat(h200.logStd()).isGreaterThan(2 * h100.logStd());
    assertThat(h200.secondsAt(1)).isEqualTo(h200.seconds() * Math.exp(h200.logStd()));
  }

  @Test
  void answersMuchShorterThanPromptsWereNotMeasured() {
    BatchRun run = new BatchRun(1024, 64, 16);
    assertThat(MODEL.batch("vLLM", llm("Llama-2-7b"), group("H100", 1), run).source())
        .isEqualTo(Estimate.Source.LAW);
  }

  @Test
  void iterationsOfSplitwiseAreAnsweredByMeasurementsAndMixedOnesByTheLaw() {
    LlmArchitecture llama = llm("Llama-2-70b");
    GpuGroup eight = group("A100-80", 8);
    IterationWork decode = IterationWork.decode(16, 576);
    IterationWork prefill = IterationWork.prefill(1, 1024);
    Estimate token = MODEL.iteration("Splitwise", llama, eight, decode);
    assertThat(token.source()).isEqualTo(Estimate.Source.MEASURED_NEARBY);
    assertThat(token.seconds()).isCloseTo(0.0504, withPercentage(5));
    assertThat(MODEL.iteration("Splitwise", llama, eight, prefill).seconds())
        .isCloseTo(0.1545, withPercentage(10));
    assertThat(MODEL.iteration("Splitwise", llama, eight, decode.with(prefill)).source())
        .isEqualTo(Estimate.Source.LAW);
  }

  @Test
  void whatDoesNotFitIsInfinite() {
    BatchRun run = new BatchRun(128, 128, 1);
    assertThat(MODEL.batch("vLLM", llm("Llama-2-70b"), group("H100", 1), run).seconds())
        .isInfinite();
  }

  @Test
  void anUnknownEngineIsRefused() {
    assertThatThrownBy(() -> MODEL.engine("SGLang", group("H100", 1).gpu()))
        .hasMessageContaining("'SGLang'")
        .hasMessageContaining("Maybe Splitwise or TensorRT-LLM or vLLM?");
  }
}
