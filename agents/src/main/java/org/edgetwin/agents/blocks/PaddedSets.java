package org.edgetwin.agents.blocks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.Arrays;
import java.util.List;

/**
 * B sets of different sizes as one array, padded with zero rows to the largest size N (at least 1).
 *
 * @param rows {@code [B][N][features]}
 * @param present {@code [B][N][1]}: 1 for a member, 0 for padding
 * @param share {@code [B][1]}: 1 / size, 0 for an empty set
 * @param logSize {@code [B][1]}: log(1 + size)
 */
record PaddedSets(NDArray rows, NDArray present, NDArray share, NDArray logSize) {

  /** Pads sets given as {@code float[size][features]}, row-major. */
  static PaddedSets of(NDManager manager, List<float[]> sets, int features) {
    int batch = sets.size();
    int largest = 1;
    for (float[] set : sets) {
      largest = Math.max(largest, set.length / features);
    }
    float[] rows = new float[batch * largest * features];
    float[] present = new float[batch * largest];
    float[] share = new float[batch];
    float[] logSize = new float[batch];
    for (int b = 0; b < batch; b++) {
      float[] set = sets.get(b);
      int size = set.length / features;
      System.arraycopy(set, 0, rows, b * largest * features, set.length);
      Arrays.fill(present, b * largest, b * largest + size, 1);
      share[b] = size == 0 ? 0 : 1f / size;
      logSize[b] = (float) Math.log1p(size);
    }
    return new PaddedSets(
        manager.create(rows, new Shape(batch, largest, features)),
        manager.create(present, new Shape(batch, largest, 1)),
        manager.create(share, new Shape(batch, 1)),
        manager.create(logSize, new Shape(batch, 1)));
  }

  /** Encodings {@code [B][N][width]}, zero for padding. */
  NDArray encode(WeightTensors weights, String encoder) {
    NDArray hidden = Activation.relu(weights.dense(rows, encoder + ".1"));
    return Activation.relu(weights.dense(hidden, encoder + ".2")).mul(present);
  }

  /** {@code [mean; max; log(1 + size)]} of encodings: {@code [B][2 * width + 1]}. */
  NDArray pool(NDArray encodings) {
    int[] members = {1};
    return NDArrays.concat(
        new NDList(encodings.sum(members).mul(share), encodings.max(members), logSize), 1);
  }
}
