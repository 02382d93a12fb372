package org.edgetwin.agents.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.agents.net.Choice;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorer;
import org.edgetwin.agents.net.SetScorerConfig;
import umontreal.ssj.rng.RandomStream;

/**
 * A toy: one of some jobs is chosen and runs on one of some nodes; the reward is minus its work
 * over the node's speed. Best is the smallest job on the fastest node that is free.
 */
final class OrderThenPlace {
  static final SetScorerConfig ORDERER = SetScorerConfig.orderer(1, 1, 0, 16, true);
  static final SetScorerConfig PLACER = SetScorerConfig.placer(ORDERER, 0, true);

  /** Works from 0.5 to 1.5 and speeds from 1 to 3; not every node is free. */
  @SuppressWarnings("ArrayRecordComponent") // never compared by value
  record Instance(float[] works, float[] speeds, boolean[] free) {
    static Instance draw(RandomStream stream) {
      float[] works = new float[stream.nextInt(2, 6)];
      float[] speeds = new float[stream.nextInt(2, 5)];
      boolean[] free = new boolean[speeds.length + 1];
      for (int i = 0; i < works.length; i++) {
        works[i] = (float) (0.5 + stream.nextDouble());
      }
      for (int i = 0; i < speeds.length; i++) {
        speeds[i] = (float) (1 + 2 * stream.nextDouble());
        free[i] = stream.nextDouble() < 0.8;
      }
      free[stream.nextInt(0, speeds.length - 1)] = true;
      return new Instance(works, speeds, free);
    }

    double best() {
      double work = Double.POSITIVE_INFINITY;
      double speed = 0;
      for (float one : works) {
        work = Math.min(work, one);
      }
      for (int i = 0; i < speeds.length; i++) {
        speed = free[i] ? Math.max(speed, speeds[i]) : speed;
      }
      return -work / speed;
    }
  }

  private final SetScorer orderer;
  private final SetScorer placer;
  private final RandomStream stream;

  OrderThenPlace(ScorerNetwork orderer, ScorerNetwork placer, RandomStream stream) {
    this.orderer = new SetScorer(orderer);
    this.placer = new SetScorer(placer);
    this.stream = stream;
  }

  Trajectory play(long arrivals, Instance instance, boolean greedy) {
    int jobs = instance.works.length;
    boolean[] legal = new boolean[jobs + 1];
    Arrays.fill(legal, 0, jobs, true);
    Decision order =
        new Decision(
            instance.works,
            instance.speeds,
            new float[0],
            new float[0],
            new float[jobs + 1],
            legal);
    Act ordered = act(orderer, order, greedy);
    float[] message = new float[1 + ORDERER.width()];
    message[0] = instance.works[ordered.choice()];
    orderer.message(ordered.choice(), message, 1);
    Decision place =
        new Decision(
            instance.speeds,
            new float[0],
            message,
            new float[0],
            new float[instance.speeds.length + 1],
            instance.free);
    Act placed = act(placer, place, greedy);
    double reward = -instance.works[ordered.choice()] / instance.speeds[placed.choice()];
    return new Trajectory(
        arrivals, List.of(new Step(ordered, List.of(placed), 0, 0, reward, 1)), 1, null);
  }

  private Act act(SetScorer scorer, Decision decision, boolean greedy) {
    int choices = decision.itemCount() + 1;
    float[] logits = new float[choices];
    scorer.score(decision, logits);
    int choice = greedy ? Choice.greedy(logits, choices) : Choice.sample(logits, choices, stream);
    return new Act(decision, choice, Choice.logProbability(logits, choices, choice));
  }

  /** {@code count} episodes, four for each instance. */
  List<Trajectory> play(int count, RandomStream instances) {
    List<Trajectory> trajectories = new ArrayList<>();
    for (int i = 0; i < count; i += 4) {
      Instance instance = Instance.draw(instances);
      for (int k = 0; k < 4; k++) {
        trajectories.add(play(i, instance, false));
      }
    }
    return trajectories;
  }
}
