package org.edgetwin.agents.net;

import java.util.Arrays;

/** A matrix and a bias, unpacked from a network's array of parameters. */
final class DenseLayer {
  private final float[][] weight;
  private final float[] bias;

  /** The tensors {@code name.weight} and {@code name.bias}. */
  DenseLayer(ParameterLayout layout, String name, float[] parameters) {
    this.weight = matrix(layout, name + ".weight", parameters);
    this.bias = matrix(layout, name + ".bias", parameters)[0];
  }

  /** The rows of a tensor, copied. */
  static float[][] matrix(ParameterLayout layout, String name, float[] parameters) {
    ParameterLayout.Tensor tensor = layout.tensor(name);
    float[][] rows = new float[tensor.rows()][];
    for (int row = 0; row < rows.length; row++) {
      int from = tensor.offset() + row * tensor.columns();
      rows[row] = Arrays.copyOfRange(parameters, from, from + tensor.columns());
    }
    return rows;
  }

  float[][] weight() {
    return weight;
  }

  /** {@code out = in * weight + bias}; the inputs start at index {@code at}. */
  void apply(float[] in, int at, float[] out) {
    System.arraycopy(bias, 0, out, 0, out.length);
    Dense.addProduct(in, at, weight, out);
  }
}
