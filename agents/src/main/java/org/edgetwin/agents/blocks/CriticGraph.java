package org.edgetwin.agents.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import java.util.Objects;

/** The central critic: one value for what the orderer sees, which is the whole state. */
public final class CriticGraph {
  private CriticGraph() {}

  /**
   * Values {@code [B]}, in the units of the normalised target.
   *
   * @param batch decisions of an orderer, which has another set
   */
  public static NDArray values(WeightTensors weights, DecisionBatch batch) {
    PaddedSets others = Objects.requireNonNull(batch.others());
    NDList parts =
        new NDList(
            batch.items().pool(batch.items().encode(weights, "item")),
            others.pool(others.encode(weights, "other")));
    if (batch.globals() != null) {
      parts.add(batch.globals());
    }
    NDArray hidden = Activation.relu(weights.dense(NDArrays.concat(parts, 1), "value.1"));
    hidden = Activation.relu(weights.dense(hidden, "value.2"));
    return weights.dense(hidden, "value.3").squeeze(1);
  }
}
