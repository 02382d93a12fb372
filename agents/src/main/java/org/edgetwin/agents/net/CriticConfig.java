package org.edgetwin.agents.net;

/**
 * The shape of the central critic: it pools encodings of the jobs and of the nodes and maps them,
 * with the global features, to one value.
 *
 * @param itemFeatures features per job
 * @param otherFeatures features per node
 * @param globalFeatures features of the whole state, may be 0
 * @param width size of every hidden layer
 */
public record CriticConfig(int itemFeatures, int otherFeatures, int globalFeatures, int width)
    implements NetworkConfig {
  public CriticConfig {
    NetworkConfig.requireAtLeast("itemFeatures", itemFeatures, 1);
    NetworkConfig.requireAtLeast("otherFeatures", otherFeatures, 1);
    NetworkConfig.requireAtLeast("globalFeatures", globalFeatures, 0);
    NetworkConfig.requireAtLeast("width", width, 1);
  }

  /** The critic that sees what an orderer sees. */
  public static CriticConfig of(SetScorerConfig orderer) {
    return new CriticConfig(
        orderer.itemFeatures(), orderer.otherFeatures(), orderer.globalFeatures(), orderer.width());
  }

  @Override
  public ParameterLayout layout() {
    int context = 2 * NetworkConfig.pooledSize(width) + globalFeatures;
    return new ParameterLayout()
        .encoder("item", itemFeatures, width)
        .encoder("other", otherFeatures, width)
        .dense("value.1", context, width)
        .dense("value.2", width, width)
        .zeros("value.3.weight", width, 1)
        .zeros("value.3.bias", 1, 1);
  }
}
