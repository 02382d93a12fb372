package org.edgetwin.agents.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
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
    float[] raw = {2, 1, 0, -1};
    boolean[] legal = {true, true};
    scorer.setJob(0, raw, 0);
    scorer.setNode(0, raw, 1);
    Decision order = scorer.orderDecision(raw, new float[2], legal);
    assertThat(order.items()).isEqualTo(standardised(policy.job(), raw, 0));
    assertThat(order.others()).isEqualTo(standardised(policy.node(), raw, 1));
    assertThat(order.globals()).isEqualTo(standardised(policy.global(), raw, 0));
    scorer.order(raw, new float[2], legal);
    scorer.place(0, new float[] {3, -3}, new float[2], legal);
    Decision place = scorer.placeDecision(new float[2], legal);
    assertThat(place.items()).isEqualTo(order.others());
    assertThat(place.pairs()).isEqualTo(standardised(policy.pair(), new float[] {3, -3}, 0));
  }

  private static float[] standardised(Standardiser standardiser, float[] raw, int at) {
    float[] expected = new float[standardiser.features()];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = (raw[at + i] - standardiser.mean()[i]) / standardiser.deviation()[i];
    }
    return expected;
  }

  @Test
  void decidesWithoutAllocating() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    fill(20, 10);
    float[] values = RandomDecisions.values(40, stream);
    boolean[] legal = new boolean[21];
    Arrays.fill(legal, true);
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      if (i == 1) {
        // The first round may load classes and grow arrays.
        before = threads.getCurrentThreadAllocatedBytes();
      }
      scorer.setJob(i % 20, values, 0);
      scorer.setNode(i % 10, values, 0);
      scorer.order(values, values, legal);
      scorer.place(i % 20, values, values, legal);
    }
    // Not a byte a round; the measurement itself may take some.
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
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
