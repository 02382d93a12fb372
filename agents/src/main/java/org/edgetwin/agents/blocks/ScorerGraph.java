package org.edgetwin.agents.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import org.edgetwin.agents.net.SetScorer;
import org.edgetwin.agents.net.SetScorerConfig;

/** The network of {@link SetScorer}, whose Javadoc has the formulas, over a batch. */
public final class ScorerGraph {
  private ScorerGraph() {}

  /** Logits {@code [B][N + 1]}; {@link SetScorer#MASKED} where a choice is not legal or padded. */
  public static NDArray logits(SetScorerConfig config, WeightTensors weights, DecisionBatch batch) {
    NDArray encodings = batch.items().encode(weights, "item");
    NDArray context = context(config, weights, batch, encodings);
    NDArray gate =
        Activation.sigmoid(
            weights.dense(Activation.relu(weights.dense(context, "gate.1")), "gate.2"));
    NDArray heard =
        encodings.mul(gate.expandDims(1)).add(weights.dense(context, "shift").expandDims(1));
    NDArray hidden =
        encodings.matMul(weights.get("score.own")).add(weights.dense(heard, "score.heard"));
    if (batch.pairs() != null) {
      hidden = hidden.add(batch.pairs().matMul(weights.get("score.pair")));
    }
    NDArray ofItems = weights.dense(hidden.tanh(), "score.out").add(direct(weights, batch));
    NDArray ofNone = weights.dense(weights.dense(context, "none.1").tanh(), "none.2");
    NDArray logits =
        batch
            .ruleScores()
            .mul(weights.get("logSharpness").exp())
            .add(ofItems.squeeze(2).concat(ofNone, 1));
    NDArray illegal = batch.legal().sub(1).mul(-SetScorer.MASKED);
    return logits.mul(batch.legal()).add(illegal);
  }

  private static NDArray direct(WeightTensors weights, DecisionBatch batch) {
    NDArray ofItems = batch.items().rows().matMul(weights.get("skip.item"));
    return batch.pairs() == null
        ? ofItems
        : ofItems.add(batch.pairs().matMul(weights.get("skip.pair")));
  }

  private static NDArray context(
      SetScorerConfig config, WeightTensors weights, DecisionBatch batch, NDArray encodings) {
    NDArray pooled = batch.items().pool(encodings);
    NDList parts = new NDList(config.squeeze() ? pooled : pooled.zerosLike());
    if (batch.others() != null) {
      parts.add(batch.others().pool(batch.others().encode(weights, "other")));
    }
    if (batch.globals() != null) {
      parts.add(batch.globals());
    }
    return NDArrays.concat(parts, 1);
  }
}
