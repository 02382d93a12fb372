package org.edgetwin.agents.gp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.belief.Observation;
import org.edgetwin.sim.belief.Prediction;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;

class BehaviourGroupsTest {
  private static final KernelParameters PARAMETERS =
      new KernelParameters(0.2, 0.1, 0, 0.3, 0.05, 40000, 0.05, 0.15);

  /** Ten observations of each machine, the last one never seen. */
  private static List<MachineEvidence> machines(double[] levels, RandomStream noise) {
    List<MachineEvidence> machines = new ArrayList<>();
    for (double level : levels) {
      MachineHistory history = MachineHistory.EMPTY;
      for (int i = 0; i < 10; i++) {
        double value = level + 0.15 * HiddenFactors.normal(noise);
        history = history.with(new Observation(0, i, 1000 * i, value), 0);
      }
      machines.add(new MachineEvidence(history, PARAMETERS));
    }
    machines.add(new MachineEvidence(MachineHistory.EMPTY, PARAMETERS));
    return machines;
  }

  @Test
  void groupsThatStandApartAreFound() {
    RandomStream stream = new Streams(1, 1).stream("test/groups");
    double[] levels = new double[36];
    for (int m = 0; m < levels.length; m++) {
      levels[m] = 0.5 * (m % 3) + 0.03 * HiddenFactors.normal(stream);
    }
    List<MachineEvidence> machines = machines(levels, stream);

    BehaviourGroups groups = BehaviourGroups.of(machines, PARAMETERS);

    assertThat(groups.count()).isEqualTo(3);
    // Levels 0, 1/2 and 1 have variance 1/6; what is left within groups is small.
    assertThat(groups.share()).isGreaterThan(0.97);
    double[][] kernel = groups.kernel(machines);
    for (int a = 0; a < levels.length; a++) {
      for (int b = 0; b < a; b++) {
        if (a % 3 == b % 3) {
          assertThat(kernel[a][b]).isGreaterThan(0.9);
        } else {
          assertThat(kernel[a][b]).isLessThan(0.1);
        }
      }
      // The machine that nobody has used belongs to none.
      assertThat(kernel[36][a]).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 40})
  void oneNormalLawIsSeldomTakenForGroups(int machines) {
    RandomStream stream = new Streams(2, 1).stream("test/groups");
    int split = 0;
    for (int trial = 0; trial < 100; trial++) {
      double[] levels = new double[machines];
      for (int m = 0; m < levels.length; m++) {
        levels[m] = 0.3 * HiddenFactors.normal(stream);
      }
      split += BehaviourGroups.of(machines(levels, stream), PARAMETERS).count() > 1 ? 1 : 0;
    }

    assertThat(split).isLessThanOrEqualTo(15);
  }

  @Test
  void fewMachinesMakeOneGroup() {
    List<MachineEvidence> one =
        machines(new double[] {0.4}, new Streams(3, 1).stream("test/groups"));

    assertThat(BehaviourGroups.of(one, PARAMETERS).count()).isEqualTo(1);
  }

  @Test
  void aMachineSeenOnceIsDrawnToItsGroup() {
    RandomWalkGp belief = new RandomWalkGp(MachineGraph.unrelated(25), RwgpSettings.defaults());
    RandomStream stream = new Streams(4, 1).stream("test/groups");
    double onlyValue = 0.3;
    belief.observe(new Observation(24, 0, 0, onlyValue));
    for (int i = 1; i < 200; i++) {
      int machine = i % 24;
      double level = machine % 2 == 0 ? -0.5 : 0.5;
      double value = level + 0.1 * HiddenFactors.normal(stream);
      belief.observe(new Observation(machine, 0, 1000 * i, value));
    }

    Prediction said = belief.predict(24, 1, 200000);

    // Without groups it would be drawn towards the mean of all machines, 0.
    assertThat(belief.groups()).isEqualTo(2);
    assertThat(said.mean()).isBetween(onlyValue + 0.05, 0.5);
    assertThat(said.sd()).isLessThan(0.5 * belief.parameters().priorSd());
  }
}
