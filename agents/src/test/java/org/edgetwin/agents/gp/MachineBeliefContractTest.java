package org.edgetwin.agents.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.sim.belief.MachineBelief;
import org.edgetwin.sim.belief.Observation;
import org.edgetwin.sim.belief.Prediction;
import org.edgetwin.sim.belief.PriorBelief;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a simulation that forks needs of every belief. */
class MachineBeliefContractTest {
  private static final SyntheticFleet FLEET =
      SyntheticFleet.generate(FleetLaw.HIDDEN_GROUPS, new Streams(5, 1));

  static Stream<Named<MachineBelief>> beliefs() {
    return BeliefComparison.beliefs().entrySet().stream()
        .map(entry -> Named.of(entry.getKey(), entry.getValue().apply(FLEET)));
  }

  private static void observe(MachineBelief belief, int from, int to) {
    FLEET.observations().subList(from, to).forEach(belief::observe);
  }

  private static List<Prediction> predictions(MachineBelief belief) {
    List<Prediction> said = new ArrayList<>();
    for (int machine = 0; machine < FLEET.features().size(); machine++) {
      said.add(belief.predict(machine, machine % 26, 300000));
    }
    return said;
  }

  @ParameterizedTest
  @MethodSource("beliefs")
  void aCopyContinuesLikeTheOriginal(MachineBelief belief) {
    observe(belief, 0, 150);
    MachineBelief copy = belief.copy();
    observe(belief, 150, 300);
    observe(copy, 150, 300);

    assertThat(predictions(copy)).isEqualTo(predictions(belief));
  }

  @ParameterizedTest
  @MethodSource("beliefs")
  void whatOneLearnsTheOtherDoesNot(MachineBelief belief) {
    observe(belief, 0, 150);
    MachineBelief copy = belief.copy();
    List<Prediction> before = predictions(belief);
    observe(copy, 150, 300);

    assertThat(predictions(belief)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("beliefs")
  void aQuestionChangesNothing(MachineBelief belief) {
    MachineBelief asked = belief.copy();
    observe(belief, 0, 120);
    for (int i = 0; i < 120; i++) {
      predictions(asked);
      observe(asked, i, i + 1);
    }

    assertThat(predictions(asked)).isEqualTo(predictions(belief));
  }

  @ParameterizedTest
  @MethodSource("beliefs")
  void onlyKnownMachinesAreSeen(MachineBelief belief) {
    if (!(belief instanceof PriorBelief)) {
      assertThatThrownBy(() -> belief.observe(new Observation(1000, 0, 0, 0)))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> belief.predict(-1, 0, 0))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }
}
