package org.edgetwin.agents.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

final class ChoiceTest {
  private static final float[] LOGITS = {
    (float) Math.log(2), SetScorer.MASKED, (float) Math.log(5), (float) Math.log(3)
  };

  @Test
  void drawsWithTheSoftmaxProbabilities() {
    RandomStream stream = new Streams(3, 1).stream("test");
    int draws = 100_000;
    int[] counts = new int[4];
    for (int i = 0; i < draws; i++) {
      counts[Choice.sample(LOGITS, 4, stream)]++;
    }
    double chiSquare = 0;
    double[] expected = {0.2, 0, 0.5, 0.3};
    for (int i = 0; i < 4; i++) {
      double distance = counts[i] - expected[i] * draws;
      chiSquare += expected[i] == 0 ? 0 : distance * distance / (expected[i] * draws);
    }
    assertThat(counts[1]).isZero();
    // The 0.999 quantile of chi-square with 2 degrees of freedom.
    assertThat(chiSquare).isLessThan(13.8);
  }

  @Test
  void logProbabilitiesAreThoseOfTheSoftmax() {
    assertThat(Choice.logProbability(LOGITS, 4, 2)).isCloseTo(Math.log(0.5), within(1e-6));
    assertThat(Choice.logProbability(LOGITS, 4, 1)).isLessThan(-1e7);
  }

  @Test
  void greedyTakesTheFirstOfEquals() {
    assertThat(Choice.greedy(new float[] {1, 4, 4, 9}, 3)).isEqualTo(1);
  }
}
