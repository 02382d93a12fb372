package org.edgetwin.agents.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.edgetwin.agents.net.Choice;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.RandomDecisions;
import org.edgetwin.agents.net.ScorerNetwork;
import org.edgetwin.agents.net.SetScorer;
import org.edgetwin.agents.net.SetScorerConfig;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import umontreal.ssj.rng.RandomStream;

final class ScorerGraphTest {
  private final RandomStream stream = new Streams(4, 1).stream("test");

  static Stream<SetScorerConfig> configs() {
    SetScorerConfig orderer = SetScorerConfig.orderer(30, 24, 8, 32, true);
    return Stream.of(
        orderer,
        SetScorerConfig.placer(orderer, 6, true),
        SetScorerConfig.orderer(7, 3, 0, 16, false),
        SetScorerConfig.placer(SetScorerConfig.orderer(7, 3, 0, 16, false), 0, false));
  }

  @ParameterizedTest
  @MethodSource("configs")
  void equalsThePlainNetworkOnPaddedBatches(SetScorerConfig config) {
    ScorerNetwork network = RandomDecisions.trained(config, stream);
    List<Decision> decisions = new ArrayList<>();
    for (int n : new int[] {0, 1, 2, 17, 64}) {
      for (int m : new int[] {0, 1, 40}) {
        decisions.add(RandomDecisions.decision(config, n, m, stream));
      }
    }
    SetScorer plain = new SetScorer(network);
    try (NDManager manager = TrainingEngine.newManager()) {
      float[] batched =
          ScorerGraph.logits(
                  config,
                  new WeightTensors(manager, config.layout(), network.weights()),
                  DecisionBatch.of(manager, config, decisions))
              .toFloatArray();
      for (int b = 0; b < decisions.size(); b++) {
        int n = decisions.get(b).itemCount();
        float[] expected = new float[n + 1];
        plain.score(decisions.get(b), expected);
        float[] actual = new float[n + 1];
        System.arraycopy(batched, b * 65, actual, 0, n);
        actual[n] = batched[b * 65 + 64];
        assertThat(actual).containsExactly(expected, within(1e-5f));
        assertThat(Choice.greedy(actual, n + 1)).isEqualTo(Choice.greedy(expected, n + 1));
        for (int padding = n; padding < 64; padding++) {
          assertThat(batched[b * 65 + padding]).isEqualTo(SetScorer.MASKED);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void gradientsAreThoseOfTheLogits(SetScorerConfig config) {
    ScorerNetwork network = RandomDecisions.trained(config, stream);
    List<Decision> decisions =
        List.of(
            RandomDecisions.decision(config, 5, 3, stream),
            RandomDecisions.decision(config, 2, 4, stream));
    float[] gradients;
    try (NDManager manager = TrainingEngine.newManager()) {
      WeightTensors weights =
          new WeightTensors(manager, config.layout(), network.weights()).requireGradients();
      DecisionBatch batch = DecisionBatch.of(manager, config, decisions);
      try (GradientCollector collector = TrainingEngine.newGradientCollector()) {
        NDArray logits = ScorerGraph.logits(config, weights, batch);
        collector.backward(logits.mul(batch.legal()).sum());
      }
      gradients = weights.gradients();
    }
    // A random direction at a time: the relu kinks are rarely within the step.
    double step = 1e-3;
    float[] direction = RandomDecisions.values(gradients.length, stream);
    double slope = 0;
    double squares = 0;
    for (int i = 0; i < gradients.length; i++) {
      slope += gradients[i] * direction[i];
      squares += gradients[i] * gradients[i];
    }
    double numerical =
        (sum(network, decisions, direction, step) - sum(network, decisions, direction, -step))
            / (2 * step);
    assertThat(numerical).isCloseTo(slope, within(0.01 * Math.sqrt(squares)));
  }

  private static double sum(
      ScorerNetwork network, List<Decision> decisions, float[] direction, double step) {
    float[] moved = network.weights().clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (step * direction[i]);
    }
    SetScorer scorer = new SetScorer(new ScorerNetwork(network.config(), moved));
    double sum = 0;
    for (Decision decision : decisions) {
      float[] logits = new float[decision.itemCount() + 1];
      scorer.score(decision, logits);
      for (int i = 0; i < logits.length; i++) {
        sum += decision.legal()[i] ? logits[i] : 0;
      }
    }
    return sum;
  }
}
