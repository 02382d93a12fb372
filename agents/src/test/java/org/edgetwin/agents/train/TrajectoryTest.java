package org.edgetwin.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.agents.net.Decision;
import org.junit.jupiter.api.Test;

final class TrajectoryTest {
  private static Act act(int choice) {
    return new Act(
        new Decision(
            new float[0],
            new float[0],
            new float[0],
            new float[0],
            new float[1],
            new boolean[] {true}),
        choice,
        0);
  }

  /** Nothing placed, two places, nothing placed, one place. */
  private static Trajectory episode() {
    return new Trajectory(
        3,
        List.of(
            new Step(act(0), List.of(), 0, 10, 1, 0.5),
            new Step(act(1), List.of(act(11), act(12)), 2, 20, 2, 0.5),
            new Step(act(2), List.of(), 3, 30, 4, 0.5),
            new Step(act(3), List.of(act(13)), 3, 30, 8, 0.5)),
        40,
        null);
  }

  @Test
  void thePlacersStepsAreItsPlacesAndEarnWhatPassesUntilTheNext() {
    Trajectory placer = episode().ofPlacer();

    assertThat(placer.steps())
        .extracting(step -> step.order().choice())
        .containsExactly(11, 12, 13);
    assertThat(placer.steps()).extracting(Step::decision).containsExactly(2L, 2L, 3L);
    assertThat(placer.steps()).extracting(Step::reward).containsExactly(0.0, 2 + 0.5 * 4, 8.0);
    // From its first choice on it earns as the team does.
    assertThat(placer.returns(0)[0]).isCloseTo(episode().returns(0)[1], within(1e-12));
  }

  @Test
  void theOrderersStepsAreAllOfThemWithoutPlaces() {
    Trajectory orderer = episode().ofOrderer();

    assertThat(orderer.returns(0)).isEqualTo(episode().returns(0));
    assertThat(orderer.steps()).allMatch(step -> step.places().isEmpty());
  }

  @Test
  void aPlacerThatNeverChoseHasNothingToLearn() {
    Step step = new Step(act(0), List.of(), 0, 0, 1, 1);
    assertThat(new Trajectory(1, List.of(step), 1, null).ofPlacer()).isNull();
  }
}
