package org.edgetwin.gpu.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OperatorTimesTest {
  private static final Offset<Double> EXACT = within(1e-12);

  /** Attention of a made-up GPU, not linear in anything; 8 decodes beside a chunk are missing. */
  private static double attention(int chunk, int history, int decodes, int context) {
    return 1e-6 * (chunk * (1 + history) + decodes * Math.sqrt(context) + 3 * Math.sqrt(chunk));
  }

  private static AttentionTable table() {
    int[] chunks = {0, 16, 64};
    int[] histories = {0, 32, 128};
    int[] decodes = {0, 1, 4, 8};
    int[] contexts = {16, 64, 256};
    AttentionTableBuilder builder = new AttentionTableBuilder();
    for (int chunk : chunks) {
      for (int history : histories) {
        for (int decode : decodes) {
          for (int context : contexts) {
            boolean measured = (chunk > 0 || history == 0) && (chunk == 0 || decode < 8);
            if (measured && (chunk > 0 || decode > 0)) {
              int shown = decode == 0 ? 0 : context;
              builder.add(
                  chunk, history, decode, shown, attention(chunk, history, decode, context));
            }
          }
        }
      }
    }
    return builder.add(24, 0, 0, 0, 1e9).build();
  }

  private static OperatorTimes times() {
    PiecewiseLinear dense =
        new PiecewiseLinear(new double[] {1, 8, 64}, new double[] {1e-4, 2e-4, 1e-3});
    PiecewiseLinear head = new PiecewiseLinear(new double[] {1, 8}, new double[] {1e-3, 2e-3});
    return new OperatorTimesBuilder(2, table())
        .inEachLayer(dense, 2)
        .once(dense)
        .perSequence(head)
        .graphSizes(1, 2, 4, 8)
        .build(80, 8);
  }

  @Test
  void measuredPointsComeBackAndOddOnesAreLeftOut() {
    AttentionTable table = table();
    assertThat(table.seconds(16, 32, 4, 64)).isCloseTo(attention(16, 32, 4, 64), EXACT);
    assertThat(table.seconds(64, 0, 0, 0)).isCloseTo(attention(64, 0, 0, 16), EXACT);
    assertThat(table.seconds(0, 0, 8, 256)).isCloseTo(attention(0, 0, 8, 256), EXACT);
    assertThat(table.seconds(24, 0, 0, 0)).isLessThan(1);
  }

  @Test
  void decodesThatWereNotMeasuredBesideAChunkCostWhatTheyCostAlone() {
    AttentionTable table = table();
    double alone = attention(0, 0, 8, 64) - attention(0, 0, 4, 64);
    assertThat(table.seconds(16, 128, 8, 64)).isCloseTo(attention(16, 128, 4, 64) + alone, EXACT);
  }

  @Test
  void isStraightBetweenPointsAndBeyondTheLast() {
    AttentionTable table = table();
    double low = attention(16, 0, 4, 64);
    double high = attention(64, 0, 4, 64);
    assertThat(table.seconds(40, 0, 4, 64)).isCloseTo((low + high) / 2, EXACT);
    double slope = (attention(0, 0, 4, 256) - attention(0, 0, 4, 64)) / 192;
    assertThat(table.seconds(0, 0, 4, 512)).isCloseTo(attention(0, 0, 4, 256) + 256 * slope, EXACT);
    assertThat(table.seconds(0, 0, 4, 3)).isCloseTo(attention(0, 0, 4, 16), EXACT);
  }

  @Test
  void anIterationIsTheSumOfItsOperators() {
    double dense = 5 * 1e-4 + 5e-4 * (4 - 1) / 7;
    double head = 1e-3 + 1e-3 * 2 / 7;
    double attention = 2 * table().seconds(0, 0, 3, 20);
    assertThat(times().seconds(0, 0, 3, 60, 3)).isCloseTo(dense + head + attention, EXACT);
  }

  @Test
  void chunksAreLookedUpAsOneWithTheSameTokensAndPairs() {
    double one = times().seconds(32, 32 * (16 + 16), 0, 0, 1);
    double two = times().seconds(32, 2 * 16 * (24 + 8), 0, 0, 1);
    assertThat(two).isEqualTo(one);
    double apart = times().seconds(32, 2 * 16 * 8, 0, 0, 1);
    double together = times().seconds(32, 32 * 16, 0, 0, 1);
    assertThat(apart).isLessThan(together);
  }

  @Test
  void iterationsInARowAreTheSumOfSingleOnes() {
    OperatorTimes times = times();
    for (int decodes = 1; decodes <= 8; decodes++) {
      for (long context = decodes; context < 300L * decodes; context += 37) {
        for (int iterations = 0; iterations < 400; iterations += 57) {
          double sum = 0;
          for (int i = 0; i < iterations; i++) {
            sum += times.seconds(0, 0, decodes, context + (long) decodes * i, decodes);
          }
          assertThat(times.decodeSeconds(decodes, context, iterations))
              .isCloseTo(sum, within(1e-12 * (1 + sum)));
        }
      }
    }
  }

  @Test
  void findsTheIterationThatATimeFallsInto() {
    OperatorTimes times = times();
    for (int iterations = 1; iterations < 200; iterations += 13) {
      double end = times.decodeSeconds(3, 100, iterations);
      assertThat(times.decodesUntil(3, 100, 1000, end)).isEqualTo(iterations);
      assertThat(times.decodesUntil(3, 100, 1000, end * (1 + 1e-9))).isEqualTo(iterations + 1);
      assertThat(times.decodesUntil(3, 100, iterations, 1e9)).isEqualTo(iterations);
    }
  }

  @Test
  void theLinearLawAgreesWithItsOwnSum() {
    IterationTime law = new LinearIterationTime(0.01, 1e-4, 1e-8, 1e-6, 1e-5);
    double sum = 0;
    for (int i = 0; i < 50; i++) {
      sum += law.seconds(0, 0, 7, 900 + 7L * i, 7);
    }
    assertThat(law.decodeSeconds(7, 900, 50)).isCloseTo(sum, within(1e-12));
    assertThatThrownBy(() -> new LinearIterationTime(0, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Maybe");
  }

  @Test
  void expertsReachedGrowWithTokensAndEndAtThoseOnTheGpu() {
    Map<Integer, TreeMap<Integer, Double>> rows = new TreeMap<>();
    for (int tokens : new int[] {1, 64}) {
      TreeMap<Integer, Double> row = new TreeMap<>();
      row.put(1, tokens * 1e-6 + 1e-5);
      row.put(8, tokens * 1e-6 + 8e-5);
      rows.put(tokens, row);
    }
    ExpertTable table = ExpertTable.of(rows);
    PiecewiseLinear all = table.uniformlyRouted(8, 2, 8, 1);
    assertThat(all.at(1)).isCloseTo(1e-6 + 2e-5, EXACT);
    assertThat(all.at(64)).isCloseTo(64e-6 + 8e-5, within(1e-11));
    PiecewiseLinear half = table.uniformlyRouted(8, 2, 4, 2);
    assertThat(half.at(64)).isCloseTo(64e-6 + 4e-5, within(1e-11));
  }

  @Test
  void refusesWhatItWasNotBuiltFor() {
    assertThatThrownBy(() -> times().seconds(81, 1, 0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("80 tokens")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> new PiecewiseLinear(new double[] {2, 1}, new double[] {1, 1}))
        .hasMessageContaining("must increase");
    assertThatThrownBy(() -> new AttentionTableBuilder().add(16, 0, 0, 0, 1).build())
        .hasMessageContaining("no batch with sequences in decode");
  }
}
