package org.edgetwin.agents.net;

/**
 * The shape of a critic: it pools encodings of all that an agent sees and maps them, with the
 * global features, to one value.
 *
 * @param itemFeatures features of each item
 * @param otherFeatures features of each member of the other set; 0 if there is no other set
 * @param globalFeatures features of the whole state, may be 0
 * @param width size of every hidden layer
 */
public record CriticConfig(int itemFeatures, int otherFeatures, int globalFeatures, int width)
    implements NetworkConfig {
  public CriticConfig {
    NetworkConfig.requireAtLeast("itemFeatures", itemFeatures, 1);
    NetworkConfig.requireAtLeast("otherFeatures", otherFeatures, 0);
    NetworkConfig.requireAtLeast("globalFeatures", globalFeatures, 0);
    NetworkConfig.requireAtLeast("width", width, 1);
  }

  /** The critic that sees what an agent sees, but for pair features. */
  public static CriticConfig of(SetScorerConfig agent) {
    return new CriticConfig(
        agent.itemFeatures(), agent.otherFeatures(), agent.globalFeatures(), agent.width());
  }

  @Override
  public ParameterLayout layout() {
    int pooled = NetworkConfig.pooledSize(width);
    int context = pooled + (otherFeatures > 0 ? pooled : 0) + globalFeatures;
    ParameterLayout layout = new ParameterLayout().encoder("item", itemFeatures, width);
    if (otherFeatures > 0) {
      layout.encoder("other", otherFeatures, width);
    }
    return layout
        .dense("value.1", context, width)
        .dense("value.2", width, width)
        .zeros("value.3.weight", width, 1)
        .zeros("value.3.bias", 1, 1);
  }
}
