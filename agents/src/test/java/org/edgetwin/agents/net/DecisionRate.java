package org.edgetwin.agents.net;

import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** Prints how many joint decisions a second one core takes, everything encoded afresh or kept. */
public final class DecisionRate {
  private static final int JOBS = 64;
  private static final int NODES = 64;

  private DecisionRate() {}

  public static void main(String[] arguments) {
    RandomStream stream = new Streams(1, 1).stream("rate");
    SetScorerConfig config = SetScorerConfig.orderer(30, 24, 8, 32, true);
    SetScorer orderer = new SetScorer(RandomDecisions.trained(config, stream));
    SetScorerConfig placing = SetScorerConfig.placer(config, 6);
    SetScorer placer = new SetScorer(RandomDecisions.trained(placing, stream));
    Decision order = RandomDecisions.decision(config, JOBS, NODES, stream);
    Decision place = RandomDecisions.decision(placing, NODES, 0, stream);
    for (int changed : new int[] {JOBS, 4, JOBS, 4, JOBS, 4}) {
      System.out.printf(
          "%d of %d encoded afresh: %.0f decisions/s%n",
          changed, JOBS, rate(orderer, placer, order, place, changed));
    }
  }

  private static double rate(
      SetScorer orderer, SetScorer placer, Decision order, Decision place, int changed) {
    Encodings jobs = orderer.newItems();
    Encodings nodes = orderer.newOthers();
    Encodings places = placer.newItems();
    jobs.encodeAll(order.items(), JOBS);
    nodes.encodeAll(order.others(), NODES);
    places.encodeAll(place.items(), NODES);
    float[] logits = new float[JOBS + 1];
    float[] globals = new float[placer.config().globalFeatures()];
    int features = orderer.config().itemFeatures();
    int nodeFeatures = placer.config().itemFeatures();
    int rounds = 20_000;
    long start = System.nanoTime();
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < changed; i++) {
        jobs.encode(i, order.items(), i * features);
        nodes.encode(i, order.others(), i * nodeFeatures);
        places.encode(i, place.items(), i * nodeFeatures);
      }
      orderer.score(
          jobs, nodes, order.globals(), order.pairs(), order.ruleScores(), order.legal(), logits);
      int job = Math.min(JOBS - 1, Choice.greedy(logits, JOBS + 1));
      System.arraycopy(order.items(), job * features, globals, 0, features);
      orderer.message(jobs, job, globals, features);
      placer.score(
          places, places, globals, place.pairs(), place.ruleScores(), place.legal(), logits);
    }
    return rounds / ((System.nanoTime() - start) * 1e-9);
  }
}
