package org.edgetwin.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;

class VectorEnvironmentTest {
  private static final int COUNT = 5;
  private static final int STEPS = 400;
  private static final int JOBS = 8;

  private static TwoAgentEnvironment environment() {
    return UnequalEpisodes.environment(JOBS, 3000, true);
  }

  private static RandomStream stream(int i) {
    return new Streams(1, 1).stream("actions/" + i);
  }

  /** What one environment tells that is reset at the step after its end. */
  private static List<AgentStep> alone(int i) {
    TwoAgentEnvironment environment = environment();
    RandomStream stream = stream(i);
    List<AgentStep> steps = new ArrayList<>(List.of(environment.reset(10 + i)));
    long seed = 10L + i;
    for (int t = 0; t < STEPS; t++) {
      AgentStep step = steps.get(t);
      if (step.isOver()) {
        seed += COUNT;
        steps.add(environment.reset(seed));
      } else {
        steps.add(environment.step(UnequalEpisodes.anyLegal(step, stream)));
      }
    }
    return steps;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9})
  void itIsTheSameAsSoManyAloneOnAnyNumberOfThreads(int threads) {
    List<List<AgentStep>> steps = new ArrayList<>();
    List<RandomStream> streams = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      steps.add(new ArrayList<>());
      streams.add(stream(i));
    }
    try (VectorEnvironment vector =
        new VectorEnvironment(VectorEnvironmentTest::environment, COUNT, threads)) {
      List<AgentStep> now = vector.resetFrom(10);
      for (int t = 0; t <= STEPS; t++) {
        int[] actions = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
          steps.get(i).add(now.get(i));
          // Whatever it is, an ended environment ignores it.
          actions[i] =
              now.get(i).isOver() ? -7 : UnequalEpisodes.anyLegal(now.get(i), streams.get(i));
        }
        now = t < STEPS ? vector.step(actions) : now;
      }
    }

    int ends = 0;
    for (int i = 0; i < COUNT; i++) {
      assertThat(StepBytes.of(steps.get(i))).isEqualTo(StepBytes.of(alone(i)));
      ends += (int) steps.get(i).stream().filter(AgentStep::isOver).count();
    }
    assertThat(ends).isGreaterThan(2 * COUNT);
  }

  @Test
  void anIllegalActionMovesNobody() {
    try (VectorEnvironment vector =
        new VectorEnvironment(VectorEnvironmentTest::environment, 2, 2)) {
      assertThatThrownBy(() -> vector.step(0, 0)).isInstanceOf(IllegalStateException.class);
      List<AgentStep> first = vector.resetFrom(1);

      assertThatThrownBy(() -> vector.step(0, 99))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Environment 1")
          .hasMessageContaining("99");
      assertThatThrownBy(() -> vector.step(0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 actions for 2 environments");

      assertThat(vector.environment(0).last()).isEqualTo(first.get(0));
      assertThat(vector.environment(1).last()).isEqualTo(first.get(1));
    }
  }
}
