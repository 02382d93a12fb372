package org.edgetwin.agents.train;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.edgetwin.agents.blocks.DecisionBatch;
import org.edgetwin.agents.blocks.ScorerGraph;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.CriticConfig;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorerConfig;
import umontreal.ssj.rng.RandomStream;

/**
 * Proximal policy optimisation of two agents that share one reward, one advantage and one critic.
 *
 * <p>The value of a state is what the critic says of it plus the {@link ArrivalBaseline} at its
 * time; advantages follow by {@link Advantages}, standardised over the update. What the orderer
 * tells the placer is part of what the placer sees: no gradient flows back through it, so each
 * agent's update is an ordinary PPO update of its own. Deterministic for equal weights,
 * trajectories and stream.
 */
public final class PpoTrainer {
  private final PpoConfig config;
  private final TrainableNetwork<SetScorerConfig> orderer;
  private final TrainableNetwork<SetScorerConfig> placer;
  private final ValueEstimator critic;
  private final RandomStream stream;
  private long updates;

  /**
   * A trainer that starts from given agents and a critic that knows nothing.
   *
   * @param stream for the critic's starting weights and the order of the minibatches
   */
  public PpoTrainer(
      PpoConfig config, ScorerNetwork orderer, ScorerNetwork placer, RandomStream stream) {
    this.config = config;
    this.orderer = TrainableNetwork.of("orderer", orderer);
    this.placer = TrainableNetwork.of("placer", placer);
    this.critic =
        new ValueEstimator(
            orderer.config(), CriticConfig.of(orderer.config()).layout().initialise(stream));
    this.stream = stream;
  }

  /** A copy of the orderer as it is now. */
  public ScorerNetwork orderer() {
    return TrainableNetwork.snapshot(orderer);
  }

  /** A copy of the placer as it is now. */
  public ScorerNetwork placer() {
    return TrainableNetwork.snapshot(placer);
  }

  /** How many updates have been made. */
  public long updates() {
    return updates;
  }

  /**
   * Learns from episodes played by the agents as they are now.
   *
   * @return means over the update by tag, as TensorBoard shows them
   */
  public SortedMap<String, Double> update(List<Trajectory> trajectories) {
    ScalarMeans log = new ScalarMeans();
    List<Sample> samples = Sample.of(trajectories, critic::values, config.lambda());
    critic.observe(samples.stream().mapToDouble(Sample::target).toArray());
    log.add("losses/explained_variance", Sample.explainedVariance(samples));
    for (int epoch = 0; epoch < config.epochs(); epoch++) {
      for (int[] piece :
          Minibatches.of(samples.size(), config.minibatch(), i -> samples.get(i).width(), stream)) {
        List<Sample> minibatch = new ArrayList<>(piece.length);
        for (int i : piece) {
          minibatch.add(samples.get(i));
        }
        learn(minibatch, log);
      }
    }
    log.add("charts/learning_rate", config.learningRate().at(updates));
    updates++;
    return log.means();
  }

  private void learn(List<Sample> minibatch, ScalarMeans log) {
    List<Act> orders = new ArrayList<>();
    List<Act> places = new ArrayList<>();
    List<Double> placeAdvantages = new ArrayList<>();
    for (Sample sample : minibatch) {
      orders.add(sample.step().order());
      for (Act place : sample.step().places()) {
        places.add(place);
        placeAdvantages.add(sample.advantage());
      }
    }
    if (config.trainsOrderer()) {
      learn(orderer, orders, minibatch.stream().map(Sample::advantage).toList(), log);
    }
    if (config.trainsPlacer() && !places.isEmpty()) {
      learn(placer, places, placeAdvantages, log);
    }
    critic.descend(
        orders.stream().map(Act::decision).toList(),
        minibatch.stream().mapToDouble(Sample::target).toArray(),
        config.criticLearningRate().at(updates),
        config.maxGradientNorm(),
        log);
  }

  private void learn(
      TrainableNetwork<SetScorerConfig> agent,
      List<Act> acts,
      List<Double> advantages,
      ScalarMeans log) {
    List<Decision> decisions = acts.stream().map(Act::decision).toList();
    int[] choices = acts.stream().mapToInt(Act::choice).toArray();
    float[] old = new float[choices.length];
    float[] advantage = new float[choices.length];
    for (int i = 0; i < old.length; i++) {
      old[i] = (float) acts.get(i).logProbability();
      advantage[i] = (float) (double) advantages.get(i);
    }
    PolicyLoss.Weights weights =
        new PolicyLoss.Weights(
            config.clip(), config.entropy().at(updates), config.leash().at(updates));
    agent.descend(
        config.learningRate().at(updates),
        config.maxGradientNorm(),
        (manager, tensors) -> {
          DecisionBatch batch = DecisionBatch.of(manager, agent.config(), decisions);
          PolicyLoss loss =
              PolicyLoss.of(
                  ScorerGraph.logits(agent.config(), tensors, batch),
                  batch.legal(),
                  batch.ruleScores(),
                  batch.columns(manager, decisions, choices),
                  manager.create(old),
                  manager.create(advantage),
                  weights);
          String of = "/" + agent.name();
          log.add("losses/policy_loss" + of, -loss.surrogate().getFloat());
          log.add("losses/entropy" + of, loss.entropy().getFloat());
          log.add("losses/leash_kl" + of, loss.leash().getFloat());
          log.add("losses/approx_kl" + of, loss.approximateKl().getFloat());
          log.add("losses/clipfrac" + of, loss.clipFraction().getFloat());
          return loss.total();
        });
  }

  /** Everything that the next update depends on, besides the episodes. */
  public void save(Checkpoint checkpoint) {
    orderer.save(checkpoint);
    placer.save(checkpoint);
    critic.save(checkpoint);
    checkpoint.longs().put("ppo.updates", new long[] {updates});
    checkpoint.longs().put("ppo.stream", StreamState.of(stream));
  }

  /**
   * Continues where a trainer of the same shape was saved.
   *
   * @throws IllegalArgumentException if the checkpoint is of another training
   */
  public void restore(Checkpoint checkpoint) {
    orderer.restore(checkpoint);
    placer.restore(checkpoint);
    critic.restore(checkpoint);
    updates = checkpoint.longs("ppo.updates")[0];
    StreamState.restore(stream, checkpoint.longs("ppo.stream"));
  }
}
