package org.edgetwin.agents.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.agents.pair.PairSchema;
import org.edgetwin.agents.rollout.NetworkChooser;
import org.edgetwin.agents.rollout.Rollout;
import org.edgetwin.agents.train.Act;
import org.edgetwin.agents.train.FeatureMoments;
import org.edgetwin.agents.train.PpoTrainer;
import org.edgetwin.agents.train.Step;
import org.edgetwin.agents.train.Trajectory;
import org.edgetwin.sim.kernel.Streams;

/** Two networks learn to do better than a rule, by playing episodes and by {@link PpoTrainer}. */
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
  private PpoTrainer trainer;
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
    trainer =
        plan.networks().residual()
            ? trainer(orderer, placer)
            : trainer(orderer.withoutRule(), placer.withoutRule());
  }

  private PpoTrainer trainer(ScorerNetwork firstOrderer, ScorerNetwork firstPlacer) {
    return new PpoTrainer(
        plan.lessons().ppo(),
        firstOrderer,
        firstPlacer,
        new Streams(plan.seed(), 1).scoped("study").stream("trainer"));
  }

  /** Takes the moments of the features from episodes under the rule. */
  void observe() {
    Policy policy = policy();
    List<Rollout> rollouts =
        crew.all(
            MOMENT_EPISODES,
            i -> play(i, policy, MOMENT_SHARE, new Streams(plan.seed(), 1).scoped("moments/" + i)));
    for (Rollout rollout : rollouts) {
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

  /** Imitates the rule, if that is part of the plan; true if it was. */
  boolean imitate() {
    if (plan.lessons().imitation() == 0) {
      return false;
    }
    Policy taught =
        new ImitationStage(
                plan.lessons(),
                yardstick,
                crew,
                cast,
                moments,
                new Streams(plan.seed(), 1).scoped("imitation"))
            .imitate(trainer.orderer(), trainer.placer());
    trainer = trainer(taught.orderer(), taught.placer());
    return true;
  }

  /** Networks that repeat the rule. */
  Policy rule() {
    return moments.policy(orderer, placer);
  }

  /** The networks as they are now. */
  Policy policy() {
    return moments.policy(trainer.orderer(), trainer.placer());
  }

  long updates() {
    return trainer.updates();
  }

  /**
   * Plays and learns once.
   *
   * @return what was measured, by tag
   */
  SortedMap<String, Double> update() {
    StudyPlan.Lessons lessons = plan.lessons();
    Policy policy = policy();
    long first = trainer.updates() * lessons.windows();
    Streams streams = new Streams(plan.seed(), 1).scoped("rollout/" + trainer.updates());
    List<Rollout> rollouts =
        crew.all(
            lessons.windows() * lessons.rolls(),
            i ->
                play(
                    first + i / lessons.rolls(),
                    policy,
                    lessons.share(),
                    streams.scoped(Integer.toString(i))));
    List<Trajectory> trajectories = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < rollouts.size(); i++) {
      Rollout rollout = rollouts.get(i);
      ratios.add(yardstick.ratio(first + i / lessons.rolls(), rollout));
      if (rollout.trajectory() != null) {
        trajectories.add(rollout.trajectory());
      }
    }
    if (trajectories.isEmpty()) {
      throw new IllegalStateException(
          "Nothing in the episodes was uncertain, so nothing can be learnt. Maybe a lower"
              + " sharpness.");
    }
    SortedMap<String, Double> measured = new TreeMap<>(trainer.update(trajectories));
    measured.put("charts/episodic_return", -Yardstick.mean(ratios));
    measured.put(
        "charts/steps", (double) trajectories.stream().mapToInt(t -> t.steps().size()).sum());
    return measured;
  }

  private Rollout play(long episode, Policy policy, double share, Streams streams) {
    double scale = yardstick.jobSeconds(episode);
    Rollout rollout =
        Rollout.sampled(
            yardstick.episodes().episode(episode),
            cast,
            policy,
            terms -> -terms.jobSeconds() / scale,
            episode,
            share,
            streams.stream("choices"));
    yardstick.count(rollout);
    return rollout;
  }

  /** The ratio of a policy's greedy choices, episode by episode. */
  List<Double> judge(Policy policy, Yardstick on) {
    NetworkChooser chooser = NetworkChooser.greedy(policy);
    return crew.all(on.episodes().count(), i -> on.ratio(i, on.play(i, cast, chooser)));
  }

  void save(Checkpoint checkpoint) {
    trainer.save(checkpoint);
    moments.save(checkpoint);
  }

  void restore(Checkpoint checkpoint) {
    trainer.restore(checkpoint);
    moments.restore(checkpoint);
  }
}
