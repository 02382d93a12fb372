package org.edgetwin.agents.net;

import umontreal.ssj.rng.RandomStream;

/**
 * A scorer's shape and its parameters.
 *
 * @param weights laid out as {@link SetScorerConfig#layout} says; not copied
 */
@SuppressWarnings(
    "ArrayRecordComponent") // Handed to float loops at every decision; a copy would cost.
public record ScorerNetwork(SetScorerConfig config, float[] weights) {
  /** The exponential of this is nothing beside any score, and its gradient nothing beside any. */
  private static final float DEAF = -60;

  public ScorerNetwork {
    int size = config.layout().size();
    if (weights.length != size) {
      throw new IllegalArgumentException(
          "The network has "
              + weights.length
              + " weights instead of "
              + size
              + ". Maybe they belong to another configuration.");
    }
  }

  /** A network that repeats the rule: its residual is zero until it is trained. */
  public static ScorerNetwork untrained(SetScorerConfig config, RandomStream stream) {
    return new ScorerNetwork(config, config.layout().initialise(stream));
  }

  /** The same network deaf to the rule: its residual is all it says. */
  public ScorerNetwork withoutRule() {
    float[] changed = weights.clone();
    changed[config.layout().tensor("logSharpness").offset()] = DEAF;
    return new ScorerNetwork(config, changed);
  }
}
