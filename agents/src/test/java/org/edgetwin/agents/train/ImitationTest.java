package org.edgetwin.agents.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.edgetwin.agents.net.Choice;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.RandomDecisions;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorer;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

final class ImitationTest {
  private static final SetScorerConfig CONFIG = SetScorerConfig.orderer(3, 2, 1, 16, true);

  private final RandomStream stream = new Streams(8, 1).stream("test");

  @Test
  void agreesWithTheTeacherOnDecisionsItHasNotSeen() {
    List<Imitation.Lesson> lessons = lessons(1000);
    TrainableNetwork<SetScorerConfig> scorer =
        TrainableNetwork.of("orderer", ScorerNetwork.untrained(CONFIG, stream));
    int epochs = 40;
    double last = Double.POSITIVE_INFINITY;
    for (int epoch = 0; epoch < epochs; epoch++) {
      double learningRate = 1e-2 * (1 - (double) epoch / epochs);
      last = Imitation.epoch(scorer, lessons, 100, learningRate, 5, stream);
    }
    assertThat(last).isLessThan(0.15);
    assertThat(agreement(TrainableNetwork.snapshot(scorer), lessons(1000))).isGreaterThan(0.95);
    assertThat(scorer.steps()).isEqualTo(epochs * 10);
  }

  /** The share of lessons in which the scorer's greedy choice is the teacher's. */
  private static double agreement(ScorerNetwork network, List<Imitation.Lesson> lessons) {
    SetScorer scorer = new SetScorer(network);
    int agreed = 0;
    for (Imitation.Lesson lesson : lessons) {
      int choices = lesson.decision().itemCount() + 1;
      float[] logits = new float[choices];
      scorer.score(lesson.decision(), logits);
      agreed += Choice.greedy(logits, choices) == lesson.choice() ? 1 : 0;
    }
    return (double) agreed / lessons.size();
  }

  /** The teacher takes the least first feature, and none when nothing legal is below a bound. */
  private List<Imitation.Lesson> lessons(int n) {
    List<Imitation.Lesson> lessons = new ArrayList<>();
    while (lessons.size() < n) {
      Decision random = RandomDecisions.decision(CONFIG, stream.nextInt(1, 8), 3, stream);
      int jobs = random.itemCount();
      boolean[] legal = random.legal().clone();
      legal[jobs] = true;
      Decision decision =
          new Decision(
              random.items(),
              random.others(),
              random.globals(),
              random.pairs(),
              new float[jobs + 1],
              legal);
      int best = jobs;
      float least = 0.3f;
      for (int i = 0; i < jobs; i++) {
        if (legal[i] && random.items()[3 * i] < least) {
          least = random.items()[3 * i];
          best = i;
        }
      }
      lessons.add(new Imitation.Lesson(decision, best));
    }
    return lessons;
  }
}
