package org.edgetwin.sim.variation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.edgetwin.gpu.WorkloadClass;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.stat.Tally;

class HiddenFactorsTest {
  private static final int NODES = 50;
  private static final double HOUR = 3600;
  private static final WorkloadClass A = WorkloadClass.custom("a", "a", 1, 0.5, 0.5);
  private static final WorkloadClass B = WorkloadClass.custom("b", "b", 1, 0.5, 0.5);
  private static final HiddenFactors FACTORS =
      new HiddenFactors(3, 0.25, 0.2, 0.15, 12 * HOUR, HOUR, 0.1, 0.15);

  private static double log(MachineVariation machines, int node, WorkloadClass workload) {
    return Math.log(machines.slowdown(node, workload));
  }

  /**
   * Variances add up: over all, between classes on one machine, and between machines at one time.
   */
  @Test
  void variancesAreThoseOfTheModel() {
    Tally all = new Tally();
    Tally classDifference = new Tally();
    Tally drift = new Tally();
    double product = 0;
    int count = 0;
    for (int replication = 1; replication <= 400; replication++) {
      MachineVariation machines = FACTORS.start(NODES, new Streams(11, replication));
      double[] before = new double[NODES];
      for (int node = 0; node < NODES; node++) {
        before[node] = log(machines, node, A);
        all.add(before[node]);
        classDifference.add(before[node] - log(machines, node, B));
      }
      for (int hour = 1; hour <= 6; hour++) {
        assertThat(machines.nextChange()).isEqualTo(hour * HOUR);
        machines.change();
      }
      for (int node = 0; node < NODES; node++) {
        double change = log(machines, node, A) - before[node];
        drift.add(change);
        product += change * change;
        count++;
      }
    }
    // Groups are shared by machines, so 400 replications are 1,200 draws of them.
    assertThat(all.average()).isCloseTo(0, within(0.03));
    assertThat(all.variance()).isCloseTo(0.0625 + 0.04 + 0.0225 + 0.01, within(0.01));
    assertThat(classDifference.variance()).isCloseTo(2 * 0.01, within(0.001));
    // d(t + 6 h) - d(t) has variance 2 sd^2 (1 - exp(-6/12)).
    assertThat(product / count).isCloseTo(2 * 0.0225 * (1 - Math.exp(-0.5)), within(0.001));
    assertThat(drift.average()).isCloseTo(0, within(0.005));
  }

  @Test
  void sameSeedSameMachinesWhateverIsAskedFirst() {
    MachineVariation one = FACTORS.start(NODES, new Streams(3, 2));
    MachineVariation other = FACTORS.start(NODES, new Streams(3, 2));
    double b = other.slowdown(7, B);
    one.change();
    other.change();
    assertThat(one.slowdown(7, A)).isEqualTo(other.slowdown(7, A));
    other.copy().change();
    MachineVariation copy = one.copy();
    one.change();
    copy.change();
    other.change();
    assertThat(one.slowdown(9, B)).isEqualTo(other.slowdown(9, B)).isEqualTo(copy.slowdown(9, B));
    assertThat(FACTORS.start(NODES, new Streams(3, 2)).slowdown(7, B)).isEqualTo(b);
    assertThat(FACTORS.start(NODES, new Streams(3, 3)).slowdown(7, B)).isNotEqualTo(b);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HiddenFactors(0, 0, 0, 0, 1, 1, 0, 0))
        .withMessageContaining("0 groups");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HiddenFactors(1, Double.NaN, 0, 0, 1, 1, 0, 0))
        .withMessageContaining("NaN");
  }
}
