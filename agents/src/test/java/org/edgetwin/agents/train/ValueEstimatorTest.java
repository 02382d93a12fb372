package org.edgetwin.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.agents.net.CriticConfig;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.RandomDecisions;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

final class ValueEstimatorTest {
  private static final SetScorerConfig CONFIG = SetScorerConfig.orderer(2, 1, 1, 16, true);

  private final RandomStream stream = new Streams(9, 1).stream("test");

  @Test
  void findsATargetOfAnyScaleAndDoesNotHeedThePadding() {
    ValueEstimator critic =
        new ValueEstimator("", CONFIG, CriticConfig.of(CONFIG).layout().initialise(stream));
    List<Decision> states = states(512);
    double[] targets = states.stream().mapToDouble(ValueEstimatorTest::target).toArray();
    assertThat(critic.values(states)).as("before").containsOnly(0);
    critic.observe(targets);
    for (int i = 0; i < 300; i++) {
      critic.descend(states, targets, 1e-2 * (1 - i / 300.0), 1, new ScalarMeans());
    }
    List<Decision> unseen = states(200);
    double[] values = critic.values(unseen);
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      squares += Math.pow(values[i] - target(unseen.get(i)), 2) / values.length;
    }
    assertThat(1 - squares / Advantages.variance(targets)).isGreaterThan(0.95);
    for (int i = 0; i < 20; i++) {
      assertThat(critic.values(List.of(unseen.get(i)))[0]).isCloseTo(values[i], within(1e-2));
    }
  }

  private List<Decision> states(int n) {
    List<Decision> states = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      states.add(
          RandomDecisions.decision(CONFIG, stream.nextInt(0, 6), stream.nextInt(1, 3), stream));
    }
    return states;
  }

  /** Thousands, from the number of items, their first features and the global one. */
  private static double target(Decision state) {
    double sum = -5000 + 1000 * state.itemCount() + 700 * state.globals()[0];
    for (int i = 0; i < state.items().length; i += 2) {
      sum += 500 * state.items()[i];
    }
    return sum;
  }
}
