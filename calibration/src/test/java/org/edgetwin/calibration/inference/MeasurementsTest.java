package org.edgetwin.calibration.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementsTest {
  private final SplitwiseMeasurements splitwise = new SplitwiseMeasurements();
  private final BenchMeasurements bench = new BenchMeasurements();

  @Test
  void eachPrefillCountsOnceAndNoneIsOfTheCappedGpu() {
    assertThat(splitwise.prefills()).hasSize(8 * 13 - 2);
    assertThat(splitwise.decodes()).hasSize(8 * 19 - 2);
    assertThat(splitwise.prefills().stream().map(Observation::entity).distinct()).hasSize(8);
    assertThat(splitwise.prefills())
        .noneMatch(observation -> observation.entity().contains("pcap"))
        .allMatch(observation -> observation.seconds() < 15);
  }

  /** 64 prompts of 512 tokens "take" an eighth of 32 such prompts. */
  @Test
  void splitwiseBatchesThatDidNotRunWholeAreLeftOut() {
    assertThat(splitwise.cutShort())
        .containsExactly(
            "llama2-70b on 2 a100-80gb, 64 x 512 tokens",
            "llama2-70b on 2 h100-80gb, 64 x 512 tokens");
  }

  @Test
  void runsThatStoppedEarlyAreLeftOut() {
    List<String> cutShort = bench.cutShort();
    assertThat(cutShort).hasSize(33).contains("TensorRT-LLM 4 H100-SXM Qwen2-72B 1x1024");
    assertThat(cutShort.stream().filter(entity -> entity.endsWith("x2048"))).hasSize(32);
    assertThat(bench.batches()).hasSize(1376 - 33);
    var entities =
        new HashSet<>(bench.batches().stream().map(m -> m.observation().entity()).toList());
    assertThat(entities).hasSize(1343).doesNotContainAnyElementsOf(cutShort);
  }

  @Test
  void firstTokensAreOfVllmAndTensorRt() {
    assertThat(BenchMeasurements.firstTokens()).hasSize(18);
  }
}
