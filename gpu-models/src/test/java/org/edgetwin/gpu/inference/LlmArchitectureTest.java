package org.edgetwin.gpu.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LlmArchitectureTest {
  private static final LlmArchitectures MODELS = LlmArchitectures.standard();

  @ParameterizedTest
  @CsvSource({
    "Llama-2-7b, 512, 1",
    "Llama-3-8B, 128, 4",
    "Llama-3-70B, 320, 8",
    "Qwen2-7B, 56, 7",
    "bloom-176b, 3920, 1"
  })
  void keysAndValuesOfATokenAreAsPublished(String name, double kib, double sharing) {
    LlmArchitecture model = MODELS.require(name);
    assertThat(model.kvBytesPerToken()).isEqualTo(kib * 1024);
    assertThat(model.headsPerKvHead()).isEqualTo(sharing);
  }

  /** Mixtral's authors count 12.9 billion active parameters, embeddings included. */
  @Test
  void aTokenUsesTwoOfEightExperts() {
    LlmArchitecture mixtral = MODELS.require("Mixtral-8x7B-v0.1");
    double table = 32000.0 * 4096;
    assertThat(mixtral.activeParameters() + table).isCloseTo(12.9e9, within(0.05e9));
    assertThat(mixtral.weightBytesRead(1, 1)).isEqualTo(2 * mixtral.activeParameters());
    assertThat(mixtral.weightBytesRead(64, 0)).isEqualTo(mixtral.weightBytesRead(1, 1));
    assertThat(mixtral.weightBytesRead(1000, 1))
        .isCloseTo(mixtral.weightBytes() - 2 * table, within(1.0));
  }

  @Test
  void aDenseModelReadsTheSameWeightsForAnyNumberOfTokens() {
    LlmArchitecture bloom = MODELS.require("bloom-7b1");
    assertThat(bloom.weightBytesRead(1, 1)).isEqualTo(bloom.weightBytes());
    LlmArchitecture llama = MODELS.require("Llama-2-7b");
    assertThat(llama.weightBytesRead(512, 1)).isEqualTo(llama.weightBytes() - 2 * 32000.0 * 4096);
  }

  @Test
  void anUnknownNameIsAnsweredWithNearOnes() {
    assertThat(MODELS.find("llama 2 7B")).isPresent();
    assertThatThrownBy(() -> MODELS.require("Llama-2-8b"))
        .hasMessageContaining("'Llama-2-8b'")
        .hasMessageContaining("Maybe Llama-2-7b");
  }
}
