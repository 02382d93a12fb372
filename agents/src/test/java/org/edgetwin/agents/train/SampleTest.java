package org.edgetwin.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.edgetwin.agents.net.Decision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SampleTest {
  private static final Decision STATE =
      new Decision(
          new float[0],
          new float[0],
          new float[0],
          new float[0],
          new float[1],
          new boolean[] {true});

  @Test
  void theValueIsWhatTheCriticSaysPlusTheOthersRest() {
    // Returns 5, 3 (at 0, 1) and 9, 8; the critic says 1 of the first episode and 3 of the second,
    // so their rests are 4, 2 and 6, 5.
    List<Trajectory> trajectories = List.of(episode(null, 2, 3), episode(null, 1, 8));
    List<Sample> samples = Sample.of(trajectories, states -> new double[] {1, 1, 3, 3}, 1);
    // With lambda 1 the advantage is the return less the value: 5 - (1 + 6), 3 - (1 + 5), ...
    double[] raw = {-2, -3, 2, 3};
    double[] returns = {5, 3, 9, 8};
    double[] standardised = raw.clone();
    Advantages.standardise(standardised);
    for (int i = 0; i < 4; i++) {
      Sample sample = samples.get(i);
      assertThat(sample.advantage()).isCloseTo(standardised[i], within(1e-9));
      assertThat(sample.value()).isEqualTo(i < 2 ? 1 : 3);
      assertThat(sample.target()).isCloseTo(returns[i], within(1e-9));
    }
  }

  @Test
  void anEpisodeThatWasCutOffGoesOnInTheCritic() {
    List<Trajectory> trajectories = List.of(episode(STATE, 2, 3));
    List<Sample> samples = Sample.of(trajectories, states -> new double[] {10, 20, 30}, 1);
    // The targets are the returns 2 + 3 + 30 and 3 + 30.
    assertThat(samples).extracting(Sample::target).containsExactly(35.0, 33.0);
    assertThat(Sample.explainedVariance(samples)).isCloseTo(1 - 36, within(1e-9));
  }

  private static Trajectory episode(@Nullable Decision cutAt, double... rewards) {
    Act act = new Act(STATE, 0, 0);
    return new Trajectory(
        1,
        List.of(
            new Step(act, List.of(), 0, 0, rewards[0], 1),
            new Step(act, List.of(), 1, 1, rewards[1], 1)),
        2,
        cutAt);
  }
}
