package org.edgetwin.agents.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.edgetwin.agents.env.Reward;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorer;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.agents.pair.LinearRule;
import org.edgetwin.agents.pair.PairChooser;
import org.edgetwin.agents.pair.PairScheduler;
import org.edgetwin.agents.pair.PairSchema;
import org.edgetwin.agents.pair.UnequalCluster;
import org.edgetwin.agents.train.Act;
import org.edgetwin.agents.train.FeatureMoments;
import org.edgetwin.agents.train.Step;
import org.edgetwin.agents.train.Trajectory;
import org.edgetwin.sim.belief.StandardBeliefs;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.policies.LearnedOutlook;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.junit.jupiter.api.Test;

class RolloutTest {
  private static final Rollout.Cast CAST =
      new Rollout.Cast(
          new PairScheduler.Setting(
              LinearRule.shortestService(0.5).sharpened(4, 15), DurationKnowledge.NOISY, true),
          new LearnedOutlook(StandardBeliefs.SHRINKAGE, 0));

  /** Two networks that add nothing to the rule. */
  static Policy untrained() {
    SetScorerConfig orderer =
        SetScorerConfig.orderer(
            PairSchema.SCHEMA.job().size(),
            PairSchema.SCHEMA.node().size(),
            PairSchema.SCHEMA.global().size(),
            8,
            true);
    SetScorerConfig placer = SetScorerConfig.placer(orderer, PairSchema.SCHEMA.pair().size(), true);
    Streams streams = new Streams(3, 1);
    return FeatureMoments.of(PairSchema.SCHEMA)
        .policy(
            ScorerNetwork.untrained(orderer, streams.stream("orderer")),
            ScorerNetwork.untrained(placer, streams.stream("placer")));
  }

  private static Rollout sampled(double share, String stream) {
    return Rollout.sampled(
        UnequalCluster.run(7),
        CAST,
        untrained(),
        Reward.JOB_SECONDS,
        5,
        share,
        new Streams(1, 1).stream(stream));
  }

  @Test
  void networksThatAddNothingFollowTheRule() {
    Rollout rule = Rollout.of(UnequalCluster.run(7), CAST, PairChooser.RULE);
    Rollout networks = Rollout.of(UnequalCluster.run(7), CAST, NetworkChooser.greedy(untrained()));

    assertThat(networks).isEqualTo(rule);
  }

  @Test
  void whatIsRecordedIsWhatWasEarned() {
    Rollout rollout = sampled(1, "a");
    Trajectory trajectory = rollout.trajectory();

    assertThat(trajectory).isNotNull();
    assertThat(trajectory.arrivals()).isEqualTo(5);
    double sum = trajectory.steps().stream().mapToDouble(Step::reward).sum();
    // Before the first uncertain choice there is nobody to credit.
    assertThat(-sum).isBetween(0.9 * rollout.terms().jobSeconds(), rollout.terms().jobSeconds());
  }

  @Test
  void whatIsToBeImitatedIsWhatTheRuleChose() {
    Rollout rule = Rollout.of(UnequalCluster.run(7), CAST, PairChooser.RULE);
    Rollout taught =
        Rollout.taught(
            UnequalCluster.run(7), CAST, untrained(), 1, new Streams(1, 1).stream("share"));

    assertThat(taught.terms()).isEqualTo(rule.terms());
    for (Step step : taught.trajectory().steps()) {
      requireHighestScore(step.order());
      step.places().forEach(RolloutTest::requireHighestScore);
    }
  }

  private static void requireHighestScore(Act act) {
    Decision seen = act.decision();
    for (int i = 0; i <= seen.itemCount(); i++) {
      assertThat(seen.legal()[i] && seen.ruleScores()[i] > seen.ruleScores()[act.choice()])
          .isFalse();
    }
  }

  @Test
  void leavingStepsOutLosesNoReward() {
    int all = sampled(1, "a").trajectory().steps().size();
    Rollout rollout = sampled(0.2, "a");
    List<Step> some = rollout.trajectory().steps();

    assertThat(some.size()).isBetween(all / 20, all / 2);
    double sum = some.stream().mapToDouble(Step::reward).sum();
    // Only what passed before the first step that was kept is missing.
    assertThat(-sum).isBetween(0.9 * rollout.terms().jobSeconds(), rollout.terms().jobSeconds());
  }

  @Test
  void aRecordedChoiceHasTheChanceThatTheNetworkGaveIt() {
    SetScorer orderer = new SetScorer(untrained().orderer());
    SetScorer placer = new SetScorer(untrained().placer());
    List<Step> steps = sampled(0.3, "b").trajectory().steps();
    for (Step step : steps) {
      requireChance(orderer, step.order());
      step.places().forEach(place -> requireChance(placer, place));
    }
  }

  private static void requireChance(SetScorer scorer, Act act) {
    int n = act.decision().itemCount() + 1;
    float[] logits = new float[n];
    scorer.score(act.decision(), logits);
    double total = 0;
    for (int i = 0; i < n; i++) {
      total += Math.exp(logits[i] - logits[act.choice()]);
    }
    assertThat(act.decision().legal()[act.choice()]).isTrue();
    assertThat(Math.exp(act.logProbability())).isCloseTo(1 / total, Percentage.withPercentage(0.1));
  }

  @Test
  void equalStreamsPlayEqualEpisodes() {
    assertThat(sampled(1, "a").terms()).isEqualTo(sampled(1, "a").terms());
    assertThat(sampled(1, "a").terms()).isNotEqualTo(sampled(1, "c").terms());
    List<Double> times = new ArrayList<>();
    sampled(1, "a").trajectory().steps().forEach(step -> times.add(step.time()));
    assertThat(times).isSorted();
  }
}
