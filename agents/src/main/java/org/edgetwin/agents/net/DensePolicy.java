package org.edgetwin.agents.net;

import java.util.List;

/**
 * A stack of dense layers with rectifiers between them that gives each action a value; the allowed
 * action of the highest value is taken. Thread-safe.
 *
 * @param layers the first takes the observation, the last gives the values
 */
public record DensePolicy(List<Layer> layers) implements FlatPolicy {
  /**
   * One layer.
   *
   * @param weight {@code float[inputs][outputs]}
   * @param bias {@code float[outputs]}
   */
  @SuppressWarnings("ArrayRecordComponent") // Weights are read only.
  public record Layer(float[][] weight, float[] bias) {
    public Layer {
      for (float[] row : weight) {
        if (row.length != bias.length) {
          throw new IllegalArgumentException(
              "A row of " + row.length + " weights beside " + bias.length + " outputs.");
        }
      }
    }
  }

  public DensePolicy {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("The policy has no layer.");
    }
    for (int i = 1; i < layers.size(); i++) {
      if (layers.get(i).weight().length != layers.get(i - 1).bias().length) {
        throw new IllegalArgumentException(
            "Layer "
                + i
                + " takes "
                + layers.get(i).weight().length
                + " numbers, the one before gives "
                + layers.get(i - 1).bias().length
                + ".");
      }
    }
  }

  /** Length of the observations that it takes. */
  public int inputs() {
    return layers.get(0).weight().length;
  }

  /** Number of actions that it values. */
  public int outputs() {
    return layers.get(layers.size() - 1).bias().length;
  }

  /** The value of each action, up to a monotone function where the network is one of chances. */
  public float[] values(float[] observation) {
    if (observation.length != inputs()) {
      throw new IllegalArgumentException(
          "An observation of " + observation.length + " numbers instead of " + inputs() + ".");
    }
    float[] values = observation;
    for (int i = 0; i < layers.size(); i++) {
      float[] in = values;
      values = layers.get(i).bias().clone();
      Dense.addProduct(in, 0, layers.get(i).weight(), values);
      if (i + 1 < layers.size()) {
        Dense.relu(values);
      }
    }
    return values;
  }

  @Override
  public int choose(float[] observation, boolean[] mask) {
    return FlatPolicy.highest(values(observation), mask);
  }
}
