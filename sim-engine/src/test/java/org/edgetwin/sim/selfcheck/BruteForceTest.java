package org.edgetwin.sim.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BruteForceTest {
  @Test
  void findsTheBestOrder() {
    SmallInstance instance =
        new SmallInstance(new int[3], new int[] {3, 1, 2}, new int[] {9, 1, 1}, new int[3]);

    // The heavy job first, then the shorter one: 27 + 4 + 6.
    assertThat(BruteForce.bestOrder(3, instance::weightedCompletion)).isEqualTo(37);
    assertThat(BruteForce.bestOrder(3, instance::completion)).isEqualTo(1 + 3 + 6);
  }

  @Test
  void findsTheBestAssignment() {
    SmallInstance instance = SmallInstance.of(5, 5, 4, 4, 3, 3, 3);

    assertThat(BruteForce.bestAssignment(7, 3, machineOf -> instance.makespan(machineOf, 3)))
        .isEqualTo(9);
    assertThat(BruteForce.bestAssignment(7, 3, machineOf -> instance.completion(machineOf, 3)))
        .isEqualTo(3 + 3 + 3 + 7 + 7 + 8 + 12);
  }

  @Test
  void preemptsForAShortArrival() {
    // At 1 the short job takes over: ends at 2, the long one at 5. Without preemption 4 + 5.
    assertThat(BruteForce.bestPreemptiveSum(new int[] {0, 1}, new int[] {4, 1})).isEqualTo(7);
    // An idle machine until 3.
    assertThat(BruteForce.bestPreemptiveSum(new int[] {3}, new int[] {2})).isEqualTo(5);
  }
}
