package org.edgetwin.agents.net;

/** The shape of a network: with the same shape, the same array of parameters means the same. */
public sealed interface NetworkConfig permits SetScorerConfig, CriticConfig {
  /** The network's tensors in the order in which they lie in its array of parameters. */
  ParameterLayout layout();

  /** The length of {@code [mean; max; log(1 + count)]} over encodings of some width. */
  static int pooledSize(int width) {
    return 2 * width + 1;
  }

  /** Throws unless a configured number is at least a bound. */
  static void requireAtLeast(String name, int value, int bound) {
    if (value < bound) {
      throw new IllegalArgumentException(
          "The " + name + " (" + value + ") must be at least " + bound + ".");
    }
  }
}
