package org.edgetwin.agents.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorer;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import umontreal.ssj.rng.RandomStream;

final class PpoTrainerTest {
  /** No leash: the toys' rule says nothing. */
  private static final PpoConfig CONFIG = config(Team.COOPERATIVE, 0, true);

  private final Streams streams = new Streams(7, 1);

  @ParameterizedTest
  @EnumSource(Team.class)
  void twoAgentsLearnToOrderAndToPlace(Team team) {
    PpoTrainer trainer = orderAndPlaceTrainer(config(team, 0, true));
    RandomStream instances = streams.stream("instances");
    RandomStream choices = streams.stream("choices");
    double before = regret(trainer);
    for (int i = 0; i < 10; i++) {
      trainer.update(
          new OrderThenPlace(trainer.orderer(), trainer.placer(), choices).play(256, instances));
    }
    assertThat(regret(trainer)).isLessThan(0.01 * before);
  }

  @Test
  void learnsThatTheShortestJobComesFirst() {
    PpoTrainer trainer =
        new PpoTrainer(
            CONFIG,
            ScorerNetwork.untrained(Sequencing.ORDERER, streams.stream("orderer")),
            ScorerNetwork.untrained(OrderThenPlace.PLACER, streams.stream("placer")),
            streams.stream("trainer"));
    RandomStream instances = streams.stream("instances");
    RandomStream choices = streams.stream("choices");
    double before = sequencingRegret(trainer.orderer());
    SortedMap<String, Double> log = null;
    for (int i = 0; i < 10; i++) {
      log = trainer.update(Sequencing.play(trainer.orderer(), 64, instances, choices));
    }
    assertThat(sequencingRegret(trainer.orderer())).isLessThan(0.01 * before);
    assertThat(log)
        .containsKeys(
            "losses/value_loss",
            "losses/explained_variance",
            "losses/policy_loss/orderer",
            "losses/entropy/orderer",
            "losses/approx_kl/orderer",
            "losses/clipfrac/orderer")
        .doesNotContainKey("losses/policy_loss/placer");
  }

  @ParameterizedTest
  @EnumSource(Team.class)
  void continuesFromACheckpointAsIfNothingHadHappened(Team team, @TempDir Path folder)
      throws IOException {
    PpoConfig config = config(team, 0, true);
    PpoTrainer through = orderAndPlaceTrainer(config);
    RandomStream choices = streams.stream("choices");
    RandomStream instances = streams.stream("instances");
    update(through, instances, choices, 2);
    Checkpoint checkpoint = new Checkpoint();
    through.save(checkpoint);
    checkpoint.longs().put("choices", StreamState.of(choices));
    checkpoint.longs().put("instances", StreamState.of(instances));
    Path file = folder.resolve("step_2.checkpoint");
    checkpoint.write(file);
    update(through, instances, choices, 2);

    PpoTrainer resumed =
        new PpoTrainer(
            config,
            ScorerNetwork.untrained(OrderThenPlace.ORDERER, streams.stream("other")),
            ScorerNetwork.untrained(OrderThenPlace.PLACER, streams.stream("other")),
            streams.stream("another"));
    Checkpoint read = Checkpoint.read(file);
    resumed.restore(read);
    StreamState.restore(choices, read.longs("choices"));
    StreamState.restore(instances, read.longs("instances"));
    update(resumed, instances, choices, 2);

    Checkpoint expected = new Checkpoint();
    through.save(expected);
    Checkpoint actual = new Checkpoint();
    resumed.save(actual);
    assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    assertThat(resumed.updates()).isEqualTo(4);
  }

  @Test
  void aFrozenAgentStaysAsItIs() {
    ScorerNetwork orderer =
        ScorerNetwork.untrained(OrderThenPlace.ORDERER, streams.stream("orderer"));
    ScorerNetwork placer = ScorerNetwork.untrained(OrderThenPlace.PLACER, streams.stream("placer"));
    PpoTrainer trainer =
        new PpoTrainer(
            config(Team.COOPERATIVE, 0, false), orderer, placer, streams.stream("trainer"));
    update(trainer, streams.stream("instances"), streams.stream("choices"), 1);
    assertThat(trainer.placer().weights()).isEqualTo(placer.weights());
    assertThat(trainer.orderer().weights()).isNotEqualTo(orderer.weights());
  }

  @Test
  void theLeashHoldsThePolicyNearTheRule() {
    double free = finalDivergence(0);
    double held = finalDivergence(50);
    assertThat(free).isGreaterThan(0.1);
    assertThat(held).isLessThan(0.1 * free);
  }

  private double finalDivergence(double leash) {
    PpoTrainer trainer = orderAndPlaceTrainer(config(Team.COOPERATIVE, leash, true));
    RandomStream instances = streams.stream("instances");
    RandomStream choices = streams.stream("choices");
    double divergence = 0;
    for (int i = 0; i < 6; i++) {
      OrderThenPlace toy = new OrderThenPlace(trainer.orderer(), trainer.placer(), choices);
      divergence = trainer.update(toy.play(256, instances)).get("losses/leash_kl/orderer");
    }
    return divergence;
  }

  private static PpoConfig config(Team team, double leash, boolean trainsPlacer) {
    return new PpoConfig(
        team,
        0.95,
        0.2,
        4,
        128,
        new Schedule(5e-3, 1e-3, 10),
        Schedule.constant(5e-3),
        new Schedule(0.01, 0, 10),
        Schedule.constant(leash),
        0.5,
        true,
        trainsPlacer);
  }

  private PpoTrainer orderAndPlaceTrainer(PpoConfig config) {
    return new PpoTrainer(
        config,
        ScorerNetwork.untrained(OrderThenPlace.ORDERER, streams.stream("orderer")),
        ScorerNetwork.untrained(OrderThenPlace.PLACER, streams.stream("placer")),
        streams.stream("trainer"));
  }

  private static void update(
      PpoTrainer trainer, RandomStream instances, RandomStream choices, int times) {
    for (int i = 0; i < times; i++) {
      trainer.update(
          new OrderThenPlace(trainer.orderer(), trainer.placer(), choices).play(64, instances));
    }
  }

  /** How much reward the greedy agents miss, mean over instances they were not trained on. */
  private double regret(PpoTrainer trainer) {
    RandomStream test = streams.stream("test");
    OrderThenPlace toy = new OrderThenPlace(trainer.orderer(), trainer.placer(), test);
    double regret = 0;
    for (int i = 0; i < 500; i++) {
      OrderThenPlace.Instance instance = OrderThenPlace.Instance.draw(test);
      regret += instance.best() - toy.play(0, instance, true).steps().get(0).reward();
    }
    return regret / 500;
  }

  private double sequencingRegret(ScorerNetwork orderer) {
    RandomStream test = streams.stream("test");
    SetScorer scorer = new SetScorer(orderer);
    double regret = 0;
    for (int i = 0; i < 200; i++) {
      float[] works = Sequencing.draw(test);
      List<Step> steps = Sequencing.play(scorer, 0, works, null).steps();
      regret += Sequencing.best(works) - steps.stream().mapToDouble(Step::reward).sum();
    }
    return regret / 200;
  }
}
