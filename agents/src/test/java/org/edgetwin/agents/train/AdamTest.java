package org.edgetwin.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class AdamTest {
  @Test
  void theFirstStepHasTheLengthOfTheLearningRate() {
    float[] weights = {1, 1, 1};
    Adam adam = new Adam(3);
    adam.step(weights, new float[] {5, -0.01f, 0}, 0.1);
    assertThat(weights).containsExactly(new float[] {0.9f, 1.1f, 1}, within(1e-5f));
    assertThat(adam.steps()).isEqualTo(1);
  }

  @Test
  void theSecondStepFollowsTheFormula() {
    float[] weights = {0};
    Adam adam = new Adam(1);
    adam.step(weights, new float[] {1}, 0.1);
    adam.step(weights, new float[] {-2}, 0.1);
    double first = (0.9 * 0.1 * 1 + 0.1 * -2) / (1 - 0.9 * 0.9);
    double second = (0.999 * 0.001 * 1 + 0.001 * 4) / (1 - 0.999 * 0.999);
    assertThat((double) weights[0]).isCloseTo(-0.1 - 0.1 * first / Math.sqrt(second), within(1e-6));
    assertThat(adam.steps()).isEqualTo(2);
  }

  @Test
  void findsTheBottomOfABowl() {
    float[] weights = {3, -4};
    Adam adam = new Adam(2);
    for (int i = 0; i < 2000; i++) {
      adam.step(weights, new float[] {2 * weights[0], 20 * weights[1]}, 0.01);
    }
    assertThat(weights).containsExactly(new float[] {0, 0}, within(1e-3f));
  }
}
