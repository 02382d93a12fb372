package org.edgetwin.agents.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

final class SetScorerTest {
  private static final SetScorerConfig ORDERER = SetScorerConfig.orderer(5, 4, 3, 8, true);
  private static final SetScorerConfig PLACER = SetScorerConfig.placer(ORDERER, 3, true);

  private final RandomStream stream = new Streams(1, 1).stream("test");

  @Test
  void repeatsTheRuleUntilItIsTrained() {
    for (SetScorerConfig config : new SetScorerConfig[] {ORDERER, PLACER}) {
      Decision decision = RandomDecisions.decision(config, 9, 6, stream);
      float[] logits = logits(ScorerNetwork.untrained(config, stream), decision);
      for (int i = 0; i < logits.length; i++) {
        assertThat(logits[i])
            .isEqualTo(decision.legal()[i] ? decision.ruleScores()[i] : SetScorer.MASKED);
      }
    }
  }

  @Test
  void permutingItemsPermutesLogits() {
    for (SetScorerConfig config : new SetScorerConfig[] {ORDERER, PLACER}) {
      Decision decision = RandomDecisions.decision(config, 9, 6, stream);
      ScorerNetwork network = RandomDecisions.trained(config, stream);
      float[] logits = logits(network, decision);
      float[] rotated = logits(network, rotateItems(decision, config));
      for (int i = 0; i < 9; i++) {
        assertThat(rotated[(i + 1) % 9]).isCloseTo(logits[i], within(1e-5f));
      }
      assertThat(rotated[9]).isCloseTo(logits[9], within(1e-5f));
    }
  }

  @Test
  void theOrderOfTheOtherSetDoesNotMatter() {
    Decision decision = RandomDecisions.decision(ORDERER, 5, 6, stream);
    ScorerNetwork network = RandomDecisions.trained(ORDERER, stream);
    float[] others = rotateRows(decision.others(), 4);
    Decision turned =
        new Decision(
            decision.items(),
            others,
            decision.globals(),
            decision.pairs(),
            decision.ruleScores(),
            decision.legal());
    assertThat(logits(network, turned)).containsExactly(logits(network, decision), within(1e-5f));
  }

  @Test
  void withoutTheSqueezeNoItemHearsOfAnother() {
    for (boolean squeeze : new boolean[] {true, false}) {
      SetScorerConfig config = SetScorerConfig.orderer(5, 4, 3, 8, squeeze);
      ScorerNetwork network = RandomDecisions.trained(config, stream);
      Decision before = RandomDecisions.decision(config, 5, 6, stream);
      Arrays.fill(before.legal(), true);
      float[] items = before.items().clone();
      Arrays.fill(items, 20, 25, 0.9f);
      Decision after =
          new Decision(
              items,
              before.others(),
              before.globals(),
              before.pairs(),
              before.ruleScores(),
              before.legal());
      float change = logits(network, after)[0] - logits(network, before)[0];
      assertThat(change != 0).isEqualTo(squeeze);
    }
  }

  @Test
  void emptySetsLeaveOnlyNone() {
    Decision decision = RandomDecisions.decision(ORDERER, 0, 0, stream);
    float[] logits = logits(RandomDecisions.trained(ORDERER, stream), decision);
    assertThat(logits).hasSize(1);
    assertThat(logits[0]).isFinite().isNotEqualTo(SetScorer.MASKED);
  }

  @Test
  void keptEncodingsScoreLikeFreshOnes() {
    ScorerNetwork network = RandomDecisions.trained(ORDERER, stream);
    SetScorer scorer = new SetScorer(network);
    Encodings items = scorer.newItems();
    Encodings others = scorer.newOthers();
    Decision before = RandomDecisions.decision(ORDERER, 7, 3, stream);
    items.encodeAll(before.items(), 7);
    others.encodeAll(before.others(), 3);
    // The last leaves, item 0 changes.
    items.resize(6);
    float[] rows = Arrays.copyOf(before.items(), 30);
    System.arraycopy(RandomDecisions.values(5, stream), 0, rows, 0, 5);
    items.encode(0, rows, 0);
    Decision after =
        new Decision(
            rows,
            before.others(),
            before.globals(),
            before.pairs(),
            Arrays.copyOf(before.ruleScores(), 7),
            new boolean[] {true, true, true, false, true, true, true});
    float[] kept = new float[7];
    scorer.score(
        items, others, after.globals(), after.pairs(), after.ruleScores(), after.legal(), kept);
    assertThat(kept).isEqualTo(logits(network, after));
  }

  @Test
  void theMessageIsTheGatedEncodingPlusTheShift() {
    ParameterLayout layout = ORDERER.layout();
    float[] weights = RandomDecisions.trained(ORDERER, stream).weights();
    for (ParameterLayout.Tensor tensor : layout.tensors()) {
      if (tensor.name().startsWith("gate.") || tensor.name().startsWith("shift.")) {
        // A gate of sigmoid(0) = 1/2.
        float value = tensor.name().equals("shift.bias") ? 0.25f : 0;
        Arrays.fill(weights, tensor.offset(), tensor.offset() + tensor.size(), value);
      }
    }
    SetScorer scorer = new SetScorer(new ScorerNetwork(ORDERER, weights));
    Decision decision = RandomDecisions.decision(ORDERER, 3, 2, stream);
    scorer.score(decision, new float[4]);
    Encodings items = scorer.newItems();
    items.encodeAll(decision.items(), 3);
    float[] message = new float[9];
    scorer.message(2, message, 1);
    for (int i = 0; i < 8; i++) {
      assertThat(message[1 + i]).isEqualTo(0.5f * items.row(2)[i] + 0.25f);
    }
  }

  @Test
  void refusesADecisionOfAnotherNetwork() {
    Decision decision = RandomDecisions.decision(PLACER, 4, 0, stream);
    assertThatThrownBy(() -> logits(RandomDecisions.trained(ORDERER, stream), decision))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("items have 16 numbers instead of 20");
  }

  @Test
  void refusesWeightsOfAnotherConfiguration() {
    assertThatThrownBy(() -> new ScorerNetwork(ORDERER, new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 weights");
  }

  private static float[] logits(ScorerNetwork network, Decision decision) {
    float[] logits = new float[decision.itemCount() + 1];
    new SetScorer(network).score(decision, logits);
    return logits;
  }

  private static Decision rotateItems(Decision d, SetScorerConfig config) {
    int n = d.itemCount();
    float[] rules = d.ruleScores().clone();
    boolean[] legal = d.legal().clone();
    for (int i = 0; i < n; i++) {
      rules[(i + 1) % n] = d.ruleScores()[i];
      legal[(i + 1) % n] = d.legal()[i];
    }
    return new Decision(
        rotateRows(d.items(), config.itemFeatures()),
        d.others(),
        d.globals(),
        rotateRows(d.pairs(), config.pairFeatures()),
        rules,
        legal);
  }

  /** The last row comes first. */
  private static float[] rotateRows(float[] rows, int columns) {
    if (rows.length == 0) {
      return rows;
    }
    float[] turned = new float[rows.length];
    System.arraycopy(rows, 0, turned, columns, rows.length - columns);
    System.arraycopy(rows, rows.length - columns, turned, 0, columns);
    return turned;
  }
}
