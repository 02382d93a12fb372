package org.edgetwin.gpu.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.edgetwin.gpu.GpuCatalog;
import org.junit.jupiter.api.Test;

class RooflineLawTest {
  private static final LlmArchitecture LLAMA = LlmArchitectures.standard().require("Llama-2-70b");
  private static final GpuGroup ONE = group(1);
  private static final GpuGroup EIGHT = group(8);

  private static GpuGroup group(int gpus) {
    return GpuGroup.of(GpuCatalog.standard().require("A100-80"), gpus);
  }

  private static RooflineLaw fitted(GpuGroup group) {
    return InferenceModel.standard().engine("vLLM", group.gpu()).law(LLAMA, group);
  }

  @Test
  void aLoneTokenCostsOneReadingOfTheWeights() {
    double seconds =
        RooflineLaw.ofDataSheet(LLAMA, ONE).lowerBoundSeconds(IterationWork.decode(1, 0));
    assertThat(seconds).isCloseTo(LLAMA.weightBytesRead(1, 1) / 2039e9, withPercentage(1e-9));
  }

  @Test
  void aLongPromptCostsItsArithmetic() {
    double tokens = 8192;
    double flop = 2 * LLAMA.activeParameters() * tokens + 4.0 * 80 * 64 * 128 * tokens * tokens / 2;
    assertThat(
            RooflineLaw.ofDataSheet(LLAMA, EIGHT)
                .lowerBoundSeconds(IterationWork.prefill(1, tokens)))
        .isCloseTo(flop / (8 * 312e12), withPercentage(1e-9));
  }

  @Test
  void noFittedEngineBeatsTheDataSheet() {
    for (FittedEngine engine : InferenceModel.standard().engines()) {
      RooflineLaw law = engine.law(LLAMA, EIGHT);
      for (int sequences : new int[] {1, 16, 256}) {
        for (IterationWork work :
            new IterationWork[] {
              IterationWork.prefill(sequences, 512), IterationWork.decode(sequences, 512)
            }) {
          assertThat(law.seconds(work))
              .as("%s on %s", engine.engine(), engine.hardware())
              .isGreaterThan(law.lowerBoundSeconds(work));
        }
      }
    }
  }

  @Test
  void moreWorkNeverTakesLess() {
    RooflineLaw law = fitted(EIGHT);
    double last = 0;
    for (int tokens = 1; tokens < 20_000; tokens += 7) {
      double seconds = law.seconds(IterationWork.prefill(1, tokens));
      assertThat(seconds).isGreaterThanOrEqualTo(last);
      last = seconds;
    }
    assertThat(law.seconds(IterationWork.decode(8, 2000)))
        .isGreaterThan(law.seconds(IterationWork.decode(8, 1000)));
    assertThat(law.seconds(IterationWork.decode(9, 1000)))
        .isGreaterThan(law.seconds(IterationWork.decode(8, 1000)));
  }

  @Test
  void aMixedIterationTakesMoreThanEachPartAndLessThanBoth() {
    RooflineLaw law = fitted(EIGHT);
    IterationWork prompt = IterationWork.prefill(1, 512);
    IterationWork tokens = IterationWork.decode(32, 1024);
    assertThat(law.seconds(prompt.with(tokens)))
        .isGreaterThan(Math.max(law.seconds(prompt), law.seconds(tokens)))
        .isLessThan(law.seconds(prompt) + law.seconds(tokens));
  }

  @Test
  void chunksOfAPromptAttendToAsMuchAsTheWhole() {
    IterationWork chunks = IterationWork.chunk(3, 0, 512).with(IterationWork.chunk(3, 512, 1536));
    IterationWork whole = IterationWork.prefill(3, 2048);
    assertThat(chunks.prefillTokens()).isEqualTo(whole.prefillTokens());
    assertThat(chunks.prefillPairs()).isCloseTo(whole.prefillPairs(), within(1e-6));
  }

  @Test
  void floorsHoldWhereTheGpuHasNothingToDo() {
    var floors = new Efficiencies(1, 1, 1, 0, 1, 0, 0, 1, 0.1, 2, 0, 4, 1);
    var law = new RooflineLaw(LLAMA, ONE, floors, floors);
    assertThat(law.seconds(IterationWork.decode(1, 1))).isCloseTo(2 + 80 * 0.1, within(1e-6));
  }

  @Test
  void collectivesCostNothingOnOneGpuAndTheirBytesOnMore() {
    var linked = new Efficiencies(1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 1);
    var slow = new Efficiencies(1, 1, 1, 0, 0.5, 0, 0, 1, 0, 0, 0, 1, 1);
    IterationWork work = IterationWork.prefill(1, 4096);
    assertThat(new RooflineLaw(LLAMA, ONE, slow, slow).seconds(work))
        .isEqualTo(new RooflineLaw(LLAMA, ONE, linked, linked).seconds(work));
    double more =
        new RooflineLaw(LLAMA, EIGHT, slow, slow).seconds(work)
            - new RooflineLaw(LLAMA, EIGHT, linked, linked).seconds(work);
    double bytes = 160 * 2 * 7 / 8.0 * 4096 * 8192 * 2;
    assertThat(more).isCloseTo(bytes / 300e9, withPercentage(1e-6));
  }

  @Test
  void nothingToDoIsRefused() {
    assertThatThrownBy(() -> IterationWork.decode(0, 100)).hasMessageContaining("nothing to do");
  }
}
