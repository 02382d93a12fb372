package org.edgetwin.agents.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.edgetwin.agents.blocks.DecisionBatch;
import org.edgetwin.agents.blocks.ScorerGraph;
import org.edgetwin.agents.blocks.TrainingEngine;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorerConfig;

/** One agent's network, learning from its acts. */
final class Actor {
  private final TrainableNetwork<SetScorerConfig> network;
  private final PpoConfig config;

  Actor(String name, ScorerNetwork start, PpoConfig config) {
    network = TrainableNetwork.of(name, start);
    this.config = config;
  }

  SetScorerConfig shape() {
    return network.config();
  }

  ScorerNetwork snapshot() {
    return TrainableNetwork.snapshot(network);
  }

  /**
   * One gradient step.
   *
   * @param advantages of each act
   * @param logRatiosOfRest as in {@link PolicyLoss#of}
   * @param update for the schedules
   */
  void learn(
      List<Act> acts, float[] advantages, float[] logRatiosOfRest, long update, ScalarMeans log) {
    List<Decision> decisions = acts.stream().map(Act::decision).toList();
    PolicyLoss.Weights weights =
        new PolicyLoss.Weights(
            config.clip(), config.entropy().at(update), config.leash().at(update));
    network.descend(
        config.learningRate().at(update),
        config.maxGradientNorm(),
        (manager, tensors) -> {
          DecisionBatch batch = DecisionBatch.of(manager, network.config(), decisions);
          PolicyLoss loss =
              PolicyLoss.of(
                  ScorerGraph.logits(network.config(), tensors, batch),
                  batch.legal(),
                  batch.ruleScores(),
                  batch.columns(manager, decisions, choices(acts)),
                  manager.create(oldLogProbabilities(acts)),
                  manager.create(logRatiosOfRest),
                  manager.create(advantages),
                  weights);
          String of = "/" + network.name();
          log.add("losses/policy_loss" + of, -loss.surrogate().getFloat());
          log.add("losses/entropy" + of, loss.entropy().getFloat());
          log.add("losses/leash_kl" + of, loss.leash().getFloat());
          log.add("losses/approx_kl" + of, loss.approximateKl().getFloat());
          log.add("losses/clipfrac" + of, loss.clipFraction().getFloat());
          return loss.total();
        });
  }

  /** Of each act, the logarithm of its chance now against that when it was made. */
  float[] logRatios(List<Act> acts) {
    List<Decision> decisions = acts.stream().map(Act::decision).toList();
    try (NDManager manager = TrainingEngine.newManager()) {
      DecisionBatch batch = DecisionBatch.of(manager, network.config(), decisions);
      NDArray chances =
          ScorerGraph.logits(network.config(), network.tensors(manager), batch)
              .logSoftmax(1)
              .gather(batch.columns(manager, decisions, choices(acts)), 1)
              .squeeze(1);
      return chances.sub(manager.create(oldLogProbabilities(acts))).toFloatArray();
    }
  }

  private static int[] choices(List<Act> acts) {
    return acts.stream().mapToInt(Act::choice).toArray();
  }

  private static float[] oldLogProbabilities(List<Act> acts) {
    float[] old = new float[acts.size()];
    for (int i = 0; i < old.length; i++) {
      old[i] = (float) acts.get(i).logProbability();
    }
    return old;
  }

  void save(Checkpoint checkpoint) {
    network.save(checkpoint);
  }

  void restore(Checkpoint checkpoint) {
    network.restore(checkpoint);
  }
}
