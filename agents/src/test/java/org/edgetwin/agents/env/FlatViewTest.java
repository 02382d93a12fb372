package org.edgetwin.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.edgetwin.agents.flat.FlatEnvironment;
import org.edgetwin.agents.flat.FlatLayout;
import org.edgetwin.agents.pair.GlobalFeature;
import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairPass;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class FlatViewTest {
  private static final int JOB_SLOTS = 3;
  private static final int NODE_SLOTS = 2;
  private static final int NONE = JOB_SLOTS + NODE_SLOTS;

  private final TwoAgentEnvironment sets =
      UnequalEpisodes.environment(80, Double.POSITIVE_INFINITY, true);
  private final FlatView flat =
      new FlatView(
          sets, new FlatLayout(JOB_SLOTS, NODE_SLOTS, LinearRule.shortestService(0.5), true));

  private static int anyLegal(boolean[] mask, RandomStream stream) {
    int action = stream.nextInt(0, mask.length - 1);
    while (!mask[action]) {
      action = (action + 1) % mask.length;
    }
    return action;
  }

  @Test
  void aLearnerThatKnowsNoSetsPlaysToTheEnd() {
    RandomStream stream = new Streams(3, 1).stream("actions");
    float[] observation = flat.reset(3);
    double reward = 0;
    boolean over = false;
    while (!over) {
      boolean[] mask = flat.actionMask();
      int offset = sets.agent() == PairPass.Turn.ORDERER ? JOB_SLOTS : 0;
      int to = sets.agent() == PairPass.Turn.ORDERER ? NONE : JOB_SLOTS;
      for (int other = offset; other < to; other++) {
        int notNow = other;
        assertThatThrownBy(() -> flat.step(notNow)).isInstanceOf(IllegalArgumentException.class);
      }
      assertThat(observation).hasSize(flat.observationSize());
      for (float value : observation) {
        assertThat(Float.isFinite(value)).isTrue();
      }
      FlatEnvironment.Transition next = flat.step(anyLegal(mask, stream));
      observation = next.observation();
      reward += next.reward();
      over = next.terminated() || next.truncated();
    }

    double sum =
        sets.cluster().cluster().result().jobs().stream().mapToDouble(JobRecord::jctSeconds).sum();
    assertThat(reward).isCloseTo(-sum, Percentage.withPercentage(1e-7));
    assertThat(flat.actionMask()).containsOnly(false);
    assertThatThrownBy(() -> flat.step(NONE)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void slotZeroIsWhatTheRuleWouldChoose() {
    float[] observation = flat.reset(1);
    int head = 1 + GlobalFeature.COUNT + 3 + JobFeature.COUNT;
    int compared = 0;
    for (int t = 0; t < 300; t++) {
      int rule = sets.ruleAction();
      Observation seen = sets.observe();
      boolean ordering = sets.agent() == PairPass.Turn.ORDERER;
      assertThat(observation[0]).isEqualTo(ordering ? 0f : 1f);
      int action = NONE;
      if (ordering && rule < seen.jobCount()) {
        float[] row =
            Arrays.copyOfRange(seen.jobs(), rule * JobFeature.COUNT, (rule + 1) * JobFeature.COUNT);
        assertThat(Arrays.copyOfRange(observation, head + 1, head + 1 + row.length)).isEqualTo(row);
        action = 0;
        compared++;
      } else if (!ordering && rule < seen.nodeCount()) {
        action = JOB_SLOTS;
      }
      PairPass.Turn before = sets.agent();
      int jobs = seen.jobCount();
      observation = flat.step(action).observation();
      if (before == PairPass.Turn.ORDERER && rule == jobs) {
        assertThat(sets.agent()).isNotEqualTo(PairPass.Turn.PLACER);
      }
    }
    assertThat(compared).isGreaterThan(50);
  }
}
