package org.edgetwin.agents.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.edgetwin.agents.net.Decision;
import org.edgetwin.agents.net.SetScorerConfig;
import org.jspecify.annotations.Nullable;

/**
 * B decisions of one network, padded to N items.
 *
 * @param others null if the network has no other set
 * @param globals {@code [B][globalFeatures]}; null if there are none
 * @param pairs {@code [B][N][pairFeatures]}; null if there are none
 * @param ruleScores {@code [B][N + 1]}, 0 where a choice is not legal
 * @param legal {@code [B][N + 1]}: 1 for a legal choice, else 0; none is the last
 */
public record DecisionBatch(
    PaddedSets items,
    @Nullable PaddedSets others,
    @Nullable NDArray globals,
    @Nullable NDArray pairs,
    NDArray ruleScores,
    NDArray legal) {

  /** Copies decisions into the manager's memory. */
  public static DecisionBatch of(
      NDManager manager, SetScorerConfig config, List<Decision> decisions) {
    decisions.forEach(config::check);
    int batch = decisions.size();
    PaddedSets items =
        PaddedSets.of(
            manager, decisions.stream().map(Decision::items).toList(), config.itemFeatures());
    PaddedSets others =
        config.otherFeatures() == 0
            ? null
            : PaddedSets.of(
                manager, decisions.stream().map(Decision::others).toList(), config.otherFeatures());
    NDArray pairs =
        config.pairFeatures() == 0
            ? null
            : PaddedSets.of(
                    manager,
                    decisions.stream().map(Decision::pairs).toList(),
                    config.pairFeatures())
                .rows();
    int choices = (int) items.rows().getShape().get(1) + 1;
    float[] ruleScores = new float[batch * choices];
    float[] legal = new float[batch * choices];
    float[] globals = new float[batch * config.globalFeatures()];
    for (int b = 0; b < batch; b++) {
      Decision decision = decisions.get(b);
      int n = decision.itemCount();
      for (int i = 0; i <= n; i++) {
        if (decision.legal()[i]) {
          int column = b * choices + (i == n ? choices - 1 : i);
          ruleScores[column] = decision.ruleScores()[i];
          legal[column] = 1;
        }
      }
      System.arraycopy(
          decision.globals(), 0, globals, b * config.globalFeatures(), config.globalFeatures());
    }
    return new DecisionBatch(
        items,
        others,
        globals.length == 0
            ? null
            : manager.create(globals, new Shape(batch, config.globalFeatures())),
        pairs,
        manager.create(ruleScores, new Shape(batch, choices)),
        manager.create(legal, new Shape(batch, choices)));
  }

  /** Where choices of the unpadded decisions stand in the batch: {@code [B][1]}, integers. */
  public NDArray columns(NDManager manager, List<Decision> decisions, int[] choices) {
    long[] columns = new long[choices.length];
    long none = legal.getShape().get(1) - 1;
    for (int b = 0; b < columns.length; b++) {
      columns[b] = choices[b] == decisions.get(b).itemCount() ? none : choices[b];
    }
    return manager.create(columns, new Shape(columns.length, 1));
  }
}
