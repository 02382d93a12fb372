package org.edgetwin.agents.study;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.agents.env.Crew;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.agents.rollout.Rollout;
import org.edgetwin.agents.train.Act;
import org.edgetwin.agents.train.FeatureMoments;
import org.edgetwin.agents.train.Imitation;
import org.edgetwin.agents.train.Imitation.Lesson;
import org.edgetwin.agents.train.Step;
import org.edgetwin.agents.train.TrainableNetwork;
import org.edgetwin.sim.kernel.Streams;

/**
 * Networks learn to choose as the rule does, from episodes that the rule plays [pomerleau1991]. The
 * orderer learns first; the placer then learns from what that orderer tells it.
 */
final class ImitationStage {
  private static final double MAX_GRADIENT_NORM = 0.5;

  private final StudyPlan.Lessons lessons;
  private final Yardstick yardstick;
  private final Crew crew;
  private final Rollout.Cast cast;
  private final FeatureMoments moments;
  private final Streams streams;

  ImitationStage(
      StudyPlan.Lessons lessons,
      Yardstick yardstick,
      Crew crew,
      Rollout.Cast cast,
      FeatureMoments moments,
      Streams streams) {
    this.lessons = lessons;
    this.yardstick = yardstick;
    this.crew = crew;
    this.cast = cast;
    this.moments = moments;
    this.streams = streams;
  }

  /** The networks after their lessons. */
  Policy imitate(ScorerNetwork orderer, ScorerNetwork placer) {
    ScorerNetwork taughtOrderer = orderer;
    if (lessons.ppo().trainsOrderer()) {
      List<Lesson> orders = new ArrayList<>();
      for (Step step : steps(moments.policy(orderer, placer))) {
        orders.add(lesson(step.order()));
      }
      taughtOrderer = taught("orderer", orderer, orders);
    }
    ScorerNetwork taughtPlacer = placer;
    if (lessons.ppo().trainsPlacer()) {
      List<Lesson> places = new ArrayList<>();
      for (Step step : steps(moments.policy(taughtOrderer, placer))) {
        step.places().forEach(place -> places.add(lesson(place)));
      }
      taughtPlacer = taught("placer", placer, places);
    }
    return moments.policy(taughtOrderer, taughtPlacer);
  }

  private static Lesson lesson(Act act) {
    return new Lesson(act.decision(), act.choice());
  }

  /** Steps of the rule, as the networks of a policy see them. */
  private List<Step> steps(Policy policy) {
    List<Rollout> rollouts =
        crew.all(
            lessons.windows() * lessons.rolls(),
            i ->
                Rollout.taught(
                    yardstick.episodes().episode(i),
                    cast,
                    policy,
                    lessons.share(),
                    streams.stream(Integer.toString(i))));
    List<Step> steps = new ArrayList<>();
    for (Rollout rollout : rollouts) {
      yardstick.count(rollout);
      if (rollout.trajectory() != null) {
        steps.addAll(rollout.trajectory().steps());
      }
    }
    return steps;
  }

  private ScorerNetwork taught(String name, ScorerNetwork start, List<Lesson> from) {
    if (from.isEmpty()) {
      throw new NothingToLearnException();
    }
    TrainableNetwork<SetScorerConfig> network = TrainableNetwork.of(name, start);
    for (int pass = 0; pass < lessons.imitation(); pass++) {
      Imitation.epoch(
          network,
          from,
          lessons.ppo().minibatch(),
          lessons.ppo().learningRate().start(),
          MAX_GRADIENT_NORM,
          streams.stream(name + "/" + pass));
    }
    return TrainableNetwork.snapshot(network);
  }
}
