package org.edgetwin.agents.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;

/** The critic: one value for what an agent sees. For the orderer that is the whole state. */
public final class CriticGraph {
  private CriticGraph() {}

  /** Values {@code [B]}, in the units of the normalised target. */
  public static NDArray values(WeightTensors weights, DecisionBatch batch) {
    NDList parts = new NDList(batch.items().pool(batch.items().encode(weights, "item")));
    if (batch.others() != null) {
      parts.add(batch.others().pool(batch.others().encode(weights, "other")));
    }
    if (batch.globals() != null) {
      parts.add(batch.globals());
    }
    NDArray hidden = Activation.relu(weights.dense(NDArrays.concat(parts, 1), "value.1"));
    hidden = Activation.relu(weights.dense(hidden, "value.2"));
    return weights.dense(hidden, "value.3").squeeze(1);
  }
}
