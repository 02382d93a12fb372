package org.edgetwin.agents.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.CriticConfig;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorerConfig;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.rng.RandomStream;

/**
 * Proximal policy optimisation [schulman2017] of two agents that share one reward, as a {@link
 * Team}.
 *
 * <p>The value of a state is what the critic says of it plus the {@link ArrivalBaseline} at its
 * time; advantages follow by {@link Advantages}, standardised over the update. What the orderer
 * tells the placer is part of what the placer sees: no gradient flows back through it.
 * Deterministic for equal weights, trajectories and stream.
 */
public final class PpoTrainer {
  private final PpoConfig config;
  private final Actor orderer;
  private final Actor placer;

  /** Of the whole state; of what the orderer sees, which is the same, if it learns alone. */
  private final @Nullable ValueEstimator critic;

  /** Of what the placer sees, if it learns alone. */
  private final @Nullable ValueEstimator placeCritic;

  private final RandomStream stream;
  private long updates;

  /**
   * A trainer that starts from given agents and critics that know nothing.
   *
   * @param stream for the critics' starting weights and the order of the minibatches
   */
  public PpoTrainer(
      PpoConfig config, ScorerNetwork orderer, ScorerNetwork placer, RandomStream stream) {
    this.config = config;
    this.orderer = new Actor("orderer", orderer, config);
    this.placer = new Actor("placer", placer, config);
    critic = config.hasCritic() ? critic("", orderer.config(), stream) : null;
    placeCritic =
        config.hasCritic() && config.team() == Team.INDEPENDENT
            ? critic(".placer", placer.config(), stream)
            : null;
    this.stream = stream;
  }

  private static ValueEstimator critic(String suffix, SetScorerConfig agent, RandomStream stream) {
    return new ValueEstimator(suffix, agent, CriticConfig.of(agent).layout().initialise(stream));
  }

  /** A copy of the orderer as it is now. */
  public ScorerNetwork orderer() {
    return orderer.snapshot();
  }

  /** A copy of the placer as it is now. */
  public ScorerNetwork placer() {
    return placer.snapshot();
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
    if (config.team() == Team.INDEPENDENT) {
      if (config.trainsOrderer()) {
        learn(trajectories.stream().map(Trajectory::ofOrderer).toList(), orderer, critic, log);
      }
      if (config.trainsPlacer()) {
        learn(
            trajectories.stream().map(Trajectory::ofPlacer).filter(Objects::nonNull).toList(),
            placer,
            placeCritic,
            log);
      }
    } else {
      for (List<Sample> minibatch : minibatches(trajectories, critic, log)) {
        learnTogether(minibatch, log);
        descend(critic, minibatch, log);
      }
    }
    log.add("charts/learning_rate", config.learningRate().at(updates));
    updates++;
    return log.means();
  }

  /** One agent learns from trajectories that are its own. */
  private void learn(
      List<Trajectory> trajectories,
      Actor agent,
      @Nullable ValueEstimator itsCritic,
      ScalarMeans log) {
    for (List<Sample> minibatch : minibatches(trajectories, itsCritic, log)) {
      agent.learn(
          minibatch.stream().map(sample -> sample.step().order()).toList(),
          advantages(minibatch),
          new float[minibatch.size()],
          updates,
          log);
      descend(itsCritic, minibatch, log);
    }
  }

  /** The minibatches of all epochs. */
  private List<List<Sample>> minibatches(
      List<Trajectory> trajectories, @Nullable ValueEstimator valuer, ScalarMeans log) {
    List<Sample> samples =
        Sample.of(
            trajectories,
            valuer == null ? states -> new double[states.size()] : valuer::values,
            config.lambda());
    if (valuer != null) {
      valuer.observe(samples.stream().mapToDouble(Sample::target).toArray());
      log.add(valuer.tag("losses/explained_variance"), Sample.explainedVariance(samples));
    }
    List<List<Sample>> minibatches = new ArrayList<>();
    for (int epoch = 0; epoch < config.epochs(); epoch++) {
      for (int[] piece :
          Minibatches.of(samples.size(), config.minibatch(), i -> samples.get(i).width(), stream)) {
        List<Sample> minibatch = new ArrayList<>(piece.length);
        for (int i : piece) {
          minibatch.add(samples.get(i));
        }
        minibatches.add(minibatch);
      }
    }
    return minibatches;
  }

  private void learnTogether(List<Sample> minibatch, ScalarMeans log) {
    List<Act> orders = new ArrayList<>();
    List<Act> places = new ArrayList<>();
    List<Integer> stepOfPlace = new ArrayList<>();
    for (Sample sample : minibatch) {
      for (Act place : sample.step().places()) {
        places.add(place);
        stepOfPlace.add(orders.size());
      }
      orders.add(sample.step().order());
    }
    float[] advantages = advantages(minibatch);
    float[] placeAdvantages = new float[places.size()];
    for (int i = 0; i < placeAdvantages.length; i++) {
      placeAdvantages[i] = advantages[stepOfPlace.get(i)];
    }
    float[] restOfOrders = new float[orders.size()];
    float[] restOfPlaces = new float[places.size()];
    if (config.team() == Team.JOINT && !places.isEmpty()) {
      float[] ofOrders = orderer.logRatios(orders);
      float[] ofPlaces = placer.logRatios(places);
      float[] whole = ofOrders.clone();
      for (int i = 0; i < ofPlaces.length; i++) {
        whole[stepOfPlace.get(i)] += ofPlaces[i];
      }
      for (int i = 0; i < restOfOrders.length; i++) {
        restOfOrders[i] = whole[i] - ofOrders[i];
      }
      for (int i = 0; i < restOfPlaces.length; i++) {
        restOfPlaces[i] = whole[stepOfPlace.get(i)] - ofPlaces[i];
      }
    }
    if (config.trainsOrderer()) {
      orderer.learn(orders, advantages, restOfOrders, updates, log);
    }
    if (config.trainsPlacer() && !places.isEmpty()) {
      placer.learn(places, placeAdvantages, restOfPlaces, updates, log);
    }
  }

  private void descend(@Nullable ValueEstimator valuer, List<Sample> minibatch, ScalarMeans log) {
    if (valuer != null) {
      valuer.descend(
          minibatch.stream().map(sample -> sample.step().order().decision()).toList(),
          minibatch.stream().mapToDouble(Sample::target).toArray(),
          config.criticLearningRate().at(updates),
          config.maxGradientNorm(),
          log);
    }
  }

  private static float[] advantages(List<Sample> samples) {
    float[] advantages = new float[samples.size()];
    for (int i = 0; i < advantages.length; i++) {
      advantages[i] = (float) samples.get(i).advantage();
    }
    return advantages;
  }

  /** Everything that the next update depends on, besides the episodes. */
  public void save(Checkpoint checkpoint) {
    orderer.save(checkpoint);
    placer.save(checkpoint);
    if (critic != null) {
      critic.save(checkpoint);
    }
    if (placeCritic != null) {
      placeCritic.save(checkpoint);
    }
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
    if (critic != null) {
      critic.restore(checkpoint);
    }
    if (placeCritic != null) {
      placeCritic.restore(checkpoint);
    }
    updates = checkpoint.longs("ppo.updates")[0];
    StreamState.restore(stream, checkpoint.longs("ppo.stream"));
  }
}
