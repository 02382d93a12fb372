package org.edgetwin.agents.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

final class TwoAgentScorerTest {
  private final RandomStream stream = new Streams(6, 1).stream("test");
  private final Policy policy = RandomDecisions.policy(4, 3, 2, 2, 8, stream);
  private final TwoAgentScorer scorer = new TwoAgentScorer(policy);

  @Test
  void bothAgentsScoreWhatTheirDecisionsSay() {
    fill(6, 5);
    float[] globals = RandomDecisions.values(2, stream);
    float[] jobRules = RandomDecisions.values(7, stream);
    boolean[] legalJobs = {true, true, false, true, true, true, true};
    float[] order = Arrays.copyOf(scorer.order(globals, jobRules, legalJobs), 7);
    Decision ordered = scorer.orderDecision(globals, jobRules, legalJobs);
    assertThat(order).isEqualTo(score(policy.orderer(), ordered));

    float[] nodeRules = RandomDecisions.values(6, stream);
    boolean[] legalNodes = {true, false, true, true, true, true};
    float[] pairs = RandomDecisions.values(10, stream);
    float[] place = Arrays.copyOf(scorer.place(3, pairs, nodeRules, legalNodes), 6);
    Decision placed = scorer.placeDecision(nodeRules, legalNodes);
    assertThat(place).isEqualTo(score(policy.placer(), placed));
    assertThat(Arrays.copyOf(placed.globals(), 4))
        .isEqualTo(Arrays.copyOfRange(ordered.items(), 12, 16));
  }

  @Test
  void standardisesWhatComesIn() {
    fill(1, 1);
    float[] raw = {2, 0, 0, 0};
    scorer.setJob(0, raw, 0);
    float first =
        scorer.orderDecision(new float[2], new float[2], new boolean[] {true, true}).items()[0];
    assertThat(first).isEqualTo((2 - policy.job().mean()[0]) / policy.job().deviation()[0]);
  }

  @Test
  void theLastJobTakesALeaversPlace() {
    fill(4, 2);
    float[] rules = new float[5];
    boolean[] legal = {true, true, true, true, true};
    Decision before = scorer.orderDecision(new float[2], rules, legal);
    scorer.moveJob(3, 1);
    scorer.resizeJobs(3);
    float[] kept = Arrays.copyOf(scorer.order(new float[2], rules, legal), 4);
    Decision after = scorer.orderDecision(new float[2], rules, legal);
    assertThat(kept).isEqualTo(score(policy.orderer(), after));
    assertThat(Arrays.copyOfRange(after.items(), 4, 8))
        .isEqualTo(Arrays.copyOfRange(before.items(), 12, 16));
  }

  private void fill(int jobs, int nodes) {
    scorer.resizeJobs(jobs);
    scorer.resizeNodes(nodes);
    IntStream.range(0, jobs).forEach(i -> scorer.setJob(i, RandomDecisions.values(4, stream), 0));
    IntStream.range(0, nodes).forEach(i -> scorer.setNode(i, RandomDecisions.values(3, stream), 0));
  }

  private static float[] score(ScorerNetwork network, Decision decision) {
    float[] logits = new float[decision.itemCount() + 1];
    new SetScorer(network).score(decision, logits);
    return logits;
  }
}
