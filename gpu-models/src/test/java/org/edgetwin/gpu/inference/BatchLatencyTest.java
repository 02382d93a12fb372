package org.edgetwin.gpu.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import org.edgetwin.gpu.GpuCatalog;
import org.junit.jupiter.api.Test;

class BatchLatencyTest {
  private static final LlmArchitecture LLAMA = LlmArchitectures.standard().require("Llama-2-7b");
  private static final GpuGroup A100 = GpuGroup.of(GpuCatalog.standard().require("A100-40"), 1);
  private static final BatchLatency VLLM =
      InferenceModel.standard().engine("vLLM", A100.gpu()).batches(LLAMA, A100);

  /** 36 GB less 13.476 GB of weights, 0.5 MiB a token. */
  @Test
  void theCacheIsWhatTheWeightsLeave() {
    KvMemory memory = KvMemory.of(LLAMA, A100);
    assertThat(memory.cacheTokens()).isCloseTo(42_961, withPercentage(0.01));
    assertThat(memory.blocks(16)).isEqualTo(2685);
    assertThat(memory.sequences(2048)).isEqualTo(20);
  }

  @Test
  void whatDoesNotFitTogetherRunsInWaves() {
    double twenty = VLLM.seconds(new BatchRun(1024, 1024, 20));
    assertThat(VLLM.seconds(new BatchRun(1024, 1024, 40)))
        .isCloseTo(2 * twenty, withPercentage(1e-9));
    assertThat(VLLM.seconds(new BatchRun(1024, 1024, 21)))
        .isCloseTo(twenty + VLLM.seconds(new BatchRun(1024, 1024, 1)), withPercentage(1e-9));
  }

  @Test
  void aModelThatDoesNotFitNeverEnds() {
    LlmArchitecture large = LlmArchitectures.standard().require("Llama-2-70b");
    BatchLatency latency =
        InferenceModel.standard().engine("vLLM", A100.gpu()).batches(large, A100);
    assertThat(latency.memory().sequences(100)).isZero();
    assertThat(latency.seconds(new BatchRun(50, 50, 1))).isInfinite();
  }

  @Test
  void threePointsStandForTheSumOverTheTokens() {
    double sum = VLLM.firstTokenSeconds(new BatchRun(512, 1000, 8));
    for (int token = 1; token < 1000; token++) {
      sum += VLLM.law().seconds(IterationWork.decode(8, 512 + token));
    }
    assertThat(VLLM.seconds(new BatchRun(512, 1000, 8))).isCloseTo(sum, withPercentage(0.05));
  }

  @Test
  void oneTokenIsThePrefill() {
    BatchRun run = new BatchRun(700, 1, 4);
    assertThat(VLLM.seconds(run)).isEqualTo(VLLM.firstTokenSeconds(run));
    assertThatThrownBy(() -> new BatchRun(700, 0, 4)).hasMessageContaining("0 out");
  }
}
