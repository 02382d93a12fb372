package org.edgetwin.agents.env;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.edgetwin.agents.pair.JobFeature;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.NodeFeature;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairFeature;
import org.edgetwin.agents.pair.PairPass;
import org.edgetwin.agents.pair.UnequalCluster;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.experiment.PreparedRun;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import umontreal.ssj.rng.RandomStream;

class TwoAgentEnvironmentTest {
  private static final double FOREVER = Double.POSITIVE_INFINITY;
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-7);

  private static List<JobRecord> records(TwoAgentEnvironment environment) {
    return environment.cluster().cluster().result().jobs();
  }

  private static RandomStream stream(long seed) {
    return new Streams(seed, 1).stream("actions");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoFollowsTheRuleIsTheSchedulerWithTheSameRule(boolean preemptive) {
    for (long seed = 1; seed <= 4; seed++) {
      PreparedRun run = UnequalCluster.run(seed);
      LinearRule rule = LinearRule.shortestService(0.5);
      List<JobRecord> expected =
          new Simulation(
                  run.config(),
                  run.workload().copy(),
                  List.of(UnequalCluster.scheduler(rule, preemptive, PairChooser.RULE)))
              .run()
              .result()
              .jobs();
      TwoAgentEnvironment environment = UnequalEpisodes.environment(200, FOREVER, preemptive);

      AgentStep step = environment.reset(seed - 1);
      while (!step.isOver()) {
        step = environment.step(environment.ruleAction());
      }

      assertThat(records(environment)).isEqualTo(expected);
      assertThat(step.info().episode()).isEqualTo("unequal#" + seed);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theRewardIsMinusTheSumOfCompletionTimesAndNoTimeIsLost(long seed) {
    TwoAgentEnvironment environment = UnequalEpisodes.environment(200, FOREVER, true);
    List<AgentStep> steps =
        UnequalEpisodes.playRandomly(environment, environment.reset(seed), stream(seed));

    double reward = 0;
    double elapsed = 0;
    for (AgentStep step : steps) {
      reward += step.reward();
      elapsed += step.observation().elapsedSeconds();
      if (step.observation().elapsedSeconds() == 0) {
        assertThat(step.reward()).isZero();
      }
    }

    AgentStep last = steps.get(steps.size() - 1);
    double sum = records(environment).stream().mapToDouble(JobRecord::jctSeconds).sum();
    assertThat(reward).isCloseTo(-sum, ROUNDING);
    assertThat(elapsed).isCloseTo(last.info().timeSeconds(), ROUNDING);
    assertThat(last.terminated()).isTrue();
    assertThat(last.truncated()).isFalse();
    assertThat(last.observation().jobCount()).isZero();
  }

  @Test
  void timePassesOnlyBetweenDecisions() {
    TwoAgentEnvironment environment = UnequalEpisodes.environment(100, FOREVER, true);
    AgentStep before = environment.reset(5);
    RandomStream stream = stream(5);
    while (!before.isOver()) {
      AgentStep after = environment.step(UnequalEpisodes.anyLegal(before, stream));
      if (before.agent() == PairPass.Turn.ORDERER && after.agent() == PairPass.Turn.PLACER) {
        assertThat(after.info().timeSeconds()).isEqualTo(before.info().timeSeconds());
        assertThat(after.observation().picked()).isNotNegative();
      }
      Observation seen = after.observation();
      boolean placing = after.agent() == PairPass.Turn.PLACER;
      assertThat(seen.jobs()).hasSize(seen.jobCount() * JobFeature.COUNT);
      assertThat(seen.nodes()).hasSize(seen.nodeCount() * NodeFeature.COUNT);
      assertThat(seen.pairs()).hasSize(placing ? seen.nodeCount() * PairFeature.COUNT : 0);
      before = after;
    }
  }

  @Test
  void aSeedDecidesAnEpisode() {
    TwoAgentEnvironment one = UnequalEpisodes.environment(100, FOREVER, true);
    TwoAgentEnvironment other = UnequalEpisodes.environment(100, FOREVER, true);
    byte[] first = StepBytes.of(UnequalEpisodes.playRandomly(one, one.reset(3), stream(1)));
    // Of what was played before, nothing is left.
    other.reset(17);
    other.step(other.ruleAction());

    byte[] again = StepBytes.of(UnequalEpisodes.playRandomly(other, other.reset(3), stream(1)));
    byte[] another = StepBytes.of(UnequalEpisodes.playRandomly(other, other.reset(4), stream(1)));

    assertThat(again).isEqualTo(first);
    assertThat(another).isNotEqualTo(first);
    // Seeds wrap around after all episodes.
    AgentStep wrapped = other.reset(3 - 1000);
    assertThat(wrapped.info().episode()).isEqualTo(one.reset(3).info().episode());
    assertThat(wrapped.observation().jobs()).isEqualTo(one.observe().jobs());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 40, 301, 602})
  void aForkInTheMiddleOfADecisionContinuesLikeTheOriginal(int stepsBefore) {
    TwoAgentEnvironment whole = UnequalEpisodes.environment(150, FOREVER, true);
    byte[] expected = StepBytes.of(UnequalEpisodes.playRandomly(whole, whole.reset(2), stream(9)));
    TwoAgentEnvironment environment = UnequalEpisodes.environment(150, FOREVER, true);
    RandomStream stream = stream(9);
    List<AgentStep> steps = new ArrayList<>(List.of(environment.reset(2)));
    while (steps.size() <= stepsBefore || environment.agent() != PairPass.Turn.PLACER) {
      steps.add(environment.step(UnequalEpisodes.anyLegal(steps.get(steps.size() - 1), stream)));
    }
    RandomStream copy = Streams.copyOf(stream);

    TwoAgentEnvironment saved = environment.fork();
    TwoAgentEnvironment restored = saved.fork();

    AgentStep here = steps.remove(steps.size() - 1);
    List<AgentStep> original = new ArrayList<>(steps);
    original.addAll(UnequalEpisodes.playRandomly(environment, here, stream));
    List<AgentStep> forked = new ArrayList<>(steps);
    forked.addAll(UnequalEpisodes.playRandomly(restored, here, copy));
    assertThat(StepBytes.of(original)).isEqualTo(expected);
    assertThat(StepBytes.of(forked)).isEqualTo(expected);
    assertThat(saved.last().info().timeSeconds()).isEqualTo(here.info().timeSeconds());
    assertThat(records(restored)).isEqualTo(records(whole));
  }

  @Test
  void aCutOffIsATruncationThatShowsTheStateInWhichItCame() {
    double end = 4000;
    TwoAgentEnvironment environment = UnequalEpisodes.environment(200, end, true);
    List<AgentStep> steps =
        UnequalEpisodes.playRandomly(environment, environment.reset(1), stream(1));

    AgentStep last = steps.get(steps.size() - 1);
    assertThat(last.truncated()).isTrue();
    assertThat(last.terminated()).isFalse();
    assertThat(last.info().timeSeconds()).isEqualTo(end);
    assertThat(last.observation().jobCount()).isPositive();
    assertThat(last.agent()).isEqualTo(PairPass.Turn.DONE);
    double stay = 0;
    for (JobRecord job : records(environment)) {
      stay += (Double.isNaN(job.endTime()) ? end : job.endTime()) - job.submitTime();
    }
    double reward = steps.stream().mapToDouble(AgentStep::reward).sum();
    assertThat(reward).isCloseTo(-stay, ROUNDING);
    assertThat(environment.fork().last()).isEqualTo(last);
  }

  @Test
  void lastAddsUpWhatCameSinceTheAgentActed() {
    TwoAgentEnvironment environment = UnequalEpisodes.environment(60, FOREVER, true);
    AgentStep step = environment.reset(1);
    double sinceOrderer = 0;
    double sincePlacer = 0;
    while (!step.isOver()) {
      PairPass.Turn actor = step.agent();
      double expected = actor == PairPass.Turn.ORDERER ? sinceOrderer : sincePlacer;
      assertThat(environment.last().reward()).isEqualTo(expected);
      assertThat(environment.observe()).isEqualTo(environment.last().observation());
      step = environment.step(environment.ruleAction());
      sinceOrderer = (actor == PairPass.Turn.ORDERER ? 0 : sinceOrderer) + step.reward();
      sincePlacer = (actor == PairPass.Turn.PLACER ? 0 : sincePlacer) + step.reward();
    }
    assertThat(environment.last()).isEqualTo(step);
  }

  /** 100,000 steps: what the mask allows the engine carries out, and nothing else is accepted. */
  @Test
  void theMaskIsWhatTheEngineAccepts() {
    RandomStream stream = stream(11);
    int steps = 0;
    int refused = 0;
    for (long seed = 0; steps < 100_000; seed++) {
      TwoAgentEnvironment environment =
          UnequalEpisodes.environment(
              new UnequalEpisodes(40, FOREVER, seed % 4 < 2),
              seed % 2 == 0,
              DurationKnowledge.NOISY);
      AgentStep step = environment.reset(seed);
      while (!step.isOver()) {
        if (steps % 3 == 0) {
          int illegal = UnequalEpisodes.anyIllegal(step, stream);
          assertThatThrownBy(() -> environment.step(illegal))
              .isInstanceOf(IllegalArgumentException.class);
          assertThat(environment.last().observation()).isEqualTo(step.observation());
          refused++;
        }
        step = environment.step(UnequalEpisodes.anyLegal(step, stream));
        steps++;
      }
      assertThat(step.terminated()).isTrue();
      assertThat(records(environment)).allMatch(job -> job.jctSeconds() > 0).hasSize(40);
    }
    assertThat(refused).isGreaterThan(30_000);
  }

  @Test
  void whatCannotBeSaysSo() {
    TwoAgentEnvironment environment = UnequalEpisodes.environment(10, FOREVER, true);
    assertThatThrownBy(() -> environment.step(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("reset");
    AgentStep first = environment.reset(1);
    int jobs = first.observation().jobCount();

    assertThatThrownBy(() -> environment.step(jobs + 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("action " + (jobs + 1) + " of the orderer")
        .hasMessageContaining("0.." + jobs);
    assertThatThrownBy(() -> environment.step(-1)).isInstanceOf(IllegalArgumentException.class);
    // With nothing running, stopping is not legal.
    assertThatThrownBy(() -> environment.step(jobs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not legal now");

    UnequalEpisodes.playRandomly(environment, first, stream(1));
    assertThatThrownBy(() -> environment.step(0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("over");
  }
}
