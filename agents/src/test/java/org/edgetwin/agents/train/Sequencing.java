package org.edgetwin.agents.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.agents.net.Choice;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorer;
import org.edgetwin.agents.net.SetScorerConfig;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.rng.RandomStream;

/**
 * A toy of several steps: five jobs run one after another; the reward of a step is minus its
 * duration times the jobs in the system, so the return is minus the sum of completion times. Best
 * is the shortest first.
 */
final class Sequencing {
  static final SetScorerConfig ORDERER = SetScorerConfig.orderer(1, 1, 0, 16, true);
  static final int JOBS = 5;

  private Sequencing() {}

  static float[] draw(RandomStream stream) {
    float[] works = new float[JOBS];
    for (int i = 0; i < JOBS; i++) {
      works[i] = (float) (0.1 + stream.nextDouble());
    }
    return works;
  }

  static double best(float[] works) {
    float[] sorted = works.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (int i = 0; i < JOBS; i++) {
      sum -= sorted[i] * (JOBS - i);
    }
    return sum;
  }

  /** Plays one episode, with the most likely choices if there is no stream. */
  static Trajectory play(
      SetScorer scorer, long arrivals, float[] works, @Nullable RandomStream stream) {
    float[] left = works.clone();
    double time = 0;
    List<Step> steps = new ArrayList<>();
    while (left.length > 0) {
      int n = left.length;
      boolean[] legal = new boolean[n + 1];
      Arrays.fill(legal, 0, n, true);
      Decision decision =
          new Decision(left, new float[] {1}, new float[0], new float[0], new float[n + 1], legal);
      float[] logits = new float[n + 1];
      scorer.score(decision, logits);
      int choice =
          stream == null ? Choice.greedy(logits, n + 1) : Choice.sample(logits, n + 1, stream);
      double logProbability = Choice.logProbability(logits, n + 1, choice);
      double work = left[choice];
      steps.add(
          new Step(
              new Act(decision, choice, logProbability),
              List.of(),
              steps.size(),
              time,
              -work * n,
              1));
      time += work;
      left = Arrays.copyOf(left, n - 1);
      if (choice < n - 1) {
        left[choice] = decision.items()[n - 1];
      }
    }
    return new Trajectory(arrivals, steps, time, null);
  }

  static List<Trajectory> play(
      ScorerNetwork network, int count, RandomStream instances, RandomStream choices) {
    SetScorer scorer = new SetScorer(network);
    List<Trajectory> trajectories = new ArrayList<>();
    for (int i = 0; i < count; i += 4) {
      float[] works = draw(instances);
      for (int k = 0; k < 4; k++) {
        trajectories.add(play(scorer, i, works, choices));
      }
    }
    return trajectories;
  }
}
