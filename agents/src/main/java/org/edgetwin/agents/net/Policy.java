package org.edgetwin.agents.net;

/**
 * A trained pair of agents: everything that turns features into choices.
 *
 * @param orderer chooses a job
 * @param placer chooses a node for it
 * @param job what job features go through before they reach a network; likewise the others
 */
public record Policy(
    FeatureSchema schema,
    ScorerNetwork orderer,
    ScorerNetwork placer,
    Standardiser job,
    Standardiser node,
    Standardiser global,
    Standardiser pair) {
  public Policy {
    SetScorerConfig o = orderer.config();
    SetScorerConfig p = placer.config();
    requireEqual("job features", schema.job().size(), o.itemFeatures(), job);
    requireEqual("node features", schema.node().size(), o.otherFeatures(), node);
    requireEqual("global features", schema.global().size(), o.globalFeatures(), global);
    requireEqual("node features of the placer", schema.node().size(), p.itemFeatures(), node);
    requireEqual("pair features", schema.pair().size(), p.pairFeatures(), pair);
    int heard = p.globalFeatures() - o.itemFeatures();
    if (p.otherFeatures() != 0 || (heard != 0 && heard != o.width())) {
      throw new IllegalArgumentException(
          "The policy's placer takes "
              + p.globalFeatures()
              + " global features and another set of "
              + p.otherFeatures()
              + " instead of the job's "
              + o.itemFeatures()
              + ", with or without a message of "
              + o.width()
              + ", and none.");
    }
  }

  /** The same policy with other networks. */
  public Policy with(ScorerNetwork otherOrderer, ScorerNetwork otherPlacer) {
    return new Policy(schema, otherOrderer, otherPlacer, job, node, global, pair);
  }

  private static void requireEqual(String what, int named, int wanted, Standardiser standardiser) {
    if (named != wanted || standardiser.features() != wanted) {
      throw new IllegalArgumentException(
          "The policy's "
              + what
              + ": the schema names "
              + named
              + ", the network takes "
              + wanted
              + ", the standardiser has "
              + standardiser.features()
              + ".");
    }
  }
}
