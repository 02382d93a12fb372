package org.edgetwin.agents.study;

import java.util.List;
import org.edgetwin.agents.env.Crew;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.agents.pair.PairSchema;
import org.edgetwin.agents.rollout.NetworkChooser;
import org.edgetwin.agents.rollout.Rollout;
import org.edgetwin.agents.train.Act;
import org.edgetwin.agents.train.FeatureMoments;
import org.edgetwin.agents.train.Step;
import org.edgetwin.sim.kernel.Streams;

/** Two networks that are to do better than a rule: where they start, and how good they are. */
final class NetworkStage {
  /** Episodes under the rule from which the features' moments are taken. */
  private static final int MOMENT_EPISODES = 24;

  private static final double MOMENT_SHARE = 0.3;

  private final StudyPlan plan;
  private final Yardstick yardstick;
  private final Crew crew;
  private final Rollout.Cast cast;
  private final ScorerNetwork orderer;
  private final ScorerNetwork placer;
  private final FeatureMoments moments = FeatureMoments.of(PairSchema.SCHEMA);

  /**
   * Networks that have learnt nothing.
   *
   * @param cast its rule is what the networks add to
   */
  NetworkStage(StudyPlan plan, Yardstick yardstick, Crew crew, Rollout.Cast cast) {
    this.plan = plan;
    this.yardstick = yardstick;
    this.crew = crew;
    this.cast = cast;
    Streams streams = new Streams(plan.seed(), 1).scoped("study");
    SetScorerConfig orders =
        SetScorerConfig.orderer(
            PairSchema.SCHEMA.job().size(),
            PairSchema.SCHEMA.node().size(),
            PairSchema.SCHEMA.global().size(),
            plan.networks().width(),
            plan.networks().squeeze());
    SetScorerConfig places =
        SetScorerConfig.placer(orders, PairSchema.SCHEMA.pair().size(), plan.networks().message());
    orderer = ScorerNetwork.untrained(orders, streams.stream("orderer"));
    placer = ScorerNetwork.untrained(places, streams.stream("placer"));
  }

  /** Takes the moments of the features from episodes under the rule. */
  void observe() {
    Policy policy = rule();
    Streams streams = new Streams(plan.seed(), 1).scoped("moments");
    List<Rollout> rollouts =
        crew.all(
            MOMENT_EPISODES,
            i ->
                Rollout.taught(
                    yardstick.episodes().episode(i),
                    cast,
                    policy,
                    MOMENT_SHARE,
                    streams.stream(Integer.toString(i))));
    for (Rollout rollout : rollouts) {
      yardstick.count(rollout);
      if (rollout.trajectory() != null) {
        rollout.trajectory().steps().forEach(this::observe);
      }
    }
  }

  private void observe(Step step) {
    moments.job().update(step.order().decision().items());
    moments.node().update(step.order().decision().others());
    moments.global().update(step.order().decision().globals());
    for (Act place : step.places()) {
      moments.pair().update(place.decision().pairs());
    }
  }

  /** Networks that repeat the rule. */
  Policy rule() {
    return moments.policy(orderer, placer);
  }

  /** The networks before they learn by themselves: they have imitated the rule, if planned. */
  Policy first() {
    Policy untaught =
        plan.networks().residual()
            ? rule()
            : moments.policy(orderer.withoutRule(), placer.withoutRule());
    if (plan.lessons().imitation() == 0) {
      return untaught;
    }
    return new ImitationStage(
            plan.lessons(),
            yardstick,
            crew,
            cast,
            moments,
            new Streams(plan.seed(), 1).scoped("imitation"))
        .imitate(untaught.orderer(), untaught.placer());
  }

  /** The two ways to learn, the second from where the first ends. */
  Learner learner(boolean explores, Policy start) {
    return explores
        ? new ExplorationLearner(plan, yardstick, crew, cast, start)
        : new PpoLearner(plan, yardstick, crew, cast, start);
  }

  /** The ratio of a policy's greedy choices, episode by episode. */
  List<Double> judge(Policy policy, Yardstick on) {
    NetworkChooser chooser = NetworkChooser.greedy(policy);
    return crew.all(on.episodes().count(), i -> on.ratio(i, on.play(i, cast, chooser)));
  }

  void save(Checkpoint checkpoint) {
    moments.save(checkpoint);
  }

  void restore(Checkpoint checkpoint) {
    moments.restore(checkpoint);
  }
}
