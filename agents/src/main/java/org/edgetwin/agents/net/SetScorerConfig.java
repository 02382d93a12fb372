package org.edgetwin.agents.net;

/**
 * The shape of a {@link SetScorer}.
 *
 * @param itemFeatures features of each item that can be chosen
 * @param otherFeatures features of each member of the other set; 0 if there is no other set
 * @param globalFeatures features of the whole decision, may be 0
 * @param pairFeatures features of an item that hold for this decision alone and are not part of its
 *     encoding (for a node: what it means for the chosen job); may be 0
 * @param width size of every hidden layer
 * @param squeeze whether items hear of one another; without it the pooled items are replaced by
 *     zeros (an ablation)
 */
public record SetScorerConfig(
    int itemFeatures,
    int otherFeatures,
    int globalFeatures,
    int pairFeatures,
    int width,
    boolean squeeze)
    implements NetworkConfig {
  public SetScorerConfig {
    NetworkConfig.requireAtLeast("itemFeatures", itemFeatures, 1);
    NetworkConfig.requireAtLeast("otherFeatures", otherFeatures, 0);
    NetworkConfig.requireAtLeast("globalFeatures", globalFeatures, 0);
    NetworkConfig.requireAtLeast("pairFeatures", pairFeatures, 0);
    NetworkConfig.requireAtLeast("width", width, 1);
  }

  /** The orderer: the items are jobs, the other set is the nodes, "none" means STOP. */
  public static SetScorerConfig orderer(
      int jobFeatures, int nodeFeatures, int globalFeatures, int width, boolean squeeze) {
    return new SetScorerConfig(jobFeatures, nodeFeatures, globalFeatures, 0, width, squeeze);
  }

  /**
   * The placer of an orderer's jobs: the items are nodes, "none" means WAIT, and the global
   * features are the chosen job's features followed by its message from the orderer ({@link
   * SetScorer#message}).
   *
   * @param message whether there is a message (an ablation)
   * @param pairFeatures what a node means for the job: as belief mean and standard deviation
   */
  public static SetScorerConfig placer(SetScorerConfig orderer, int pairFeatures, boolean message) {
    return new SetScorerConfig(
        orderer.otherFeatures(),
        0,
        orderer.itemFeatures() + (message ? orderer.width() : 0),
        pairFeatures,
        orderer.width(),
        orderer.squeeze());
  }

  /** The length of what an item hears: both pools, then the global features. */
  public int contextSize() {
    int pooled = NetworkConfig.pooledSize(width);
    return pooled + (otherFeatures > 0 ? pooled : 0) + globalFeatures;
  }

  @Override
  public ParameterLayout layout() {
    ParameterLayout layout = new ParameterLayout().encoder("item", itemFeatures, width);
    if (otherFeatures > 0) {
      layout.encoder("other", otherFeatures, width);
    }
    layout
        .dense("gate.1", contextSize(), width)
        .dense("gate.2", width, width)
        .dense("shift", contextSize(), width)
        .matrix("score.own", width, width)
        .dense("score.heard", width, width);
    if (pairFeatures > 0) {
      layout.matrix("score.pair", pairFeatures, width).zeros("skip.pair", pairFeatures, 1);
    }
    return layout
        .zeros("skip.item", itemFeatures, 1)
        .zeros("score.out.weight", width, 1)
        .zeros("score.out.bias", 1, 1)
        .dense("none.1", contextSize(), width)
        .zeros("none.2.weight", width, 1)
        .zeros("none.2.bias", 1, 1)
        .zeros("logSharpness", 1, 1);
  }

  /**
   * Throws unless a decision has the sizes of this configuration.
   *
   * @throws IllegalArgumentException naming the array, its length and the length it should have
   */
  public void check(Decision decision) {
    int n = decision.itemCount();
    requireLength("items", decision.items(), n * itemFeatures);
    requireLength("pairs", decision.pairs(), n * pairFeatures);
    requireLength("globals", decision.globals(), globalFeatures);
    requireLength("others", decision.others(), otherCount(decision) * otherFeatures);
  }

  /** How many members the other set has. */
  public int otherCount(Decision decision) {
    return otherFeatures == 0 ? 0 : decision.others().length / otherFeatures;
  }

  private static void requireLength(String name, float[] values, int length) {
    if (values.length != length) {
      throw new IllegalArgumentException(
          "The decision's "
              + name
              + " have "
              + values.length
              + " numbers instead of "
              + length
              + ". Maybe they were made for another network.");
    }
  }
}
