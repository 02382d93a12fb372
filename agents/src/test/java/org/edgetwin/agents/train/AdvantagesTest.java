package org.edgetwin.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class AdvantagesTest {
  @Test
  void equalTheSumsWrittenOut() {
    // delta = 1 + .9*4 - 2 = 2.6, 0 + .5*1 - 4 = -3.5, 3 + 1*2 - 1 = 4.
    double[] advantages =
        Advantages.of(
            new double[] {1, 0, 3},
            new double[] {0.9, 0.5, 1},
            new double[] {2, 4, 1, 2},
            all(0.8));
    double last = 4;
    double middle = -3.5 + 0.5 * 0.8 * last;
    double first = 2.6 + 0.9 * 0.8 * middle;
    assertThat(advantages).containsExactly(new double[] {first, middle, last}, within(1e-12));
    assertThat(advantages[0]).isCloseTo(1.232, within(1e-12));
  }

  @Test
  void lambdaOneIsTheReturnLessTheValue() {
    double[] advantages =
        Advantages.of(
            new double[] {1, 2, 3}, new double[] {1, 1, 1}, new double[] {5, 6, 7, 0}, all(1));
    assertThat(advantages).containsExactly(new double[] {1, -1, -4}, within(1e-12));
  }

  private static double[] all(double lambda) {
    return new double[] {lambda, lambda, lambda};
  }

  @Test
  void standardisesToMeanZeroAndDeviationOne() {
    double[] values = {1, 3};
    Advantages.standardise(values);
    assertThat(values).containsExactly(new double[] {-1, 1}, within(1e-7));
    double[] equal = {4, 4};
    Advantages.standardise(equal);
    assertThat(equal).containsExactly(0, 0);
  }
}
