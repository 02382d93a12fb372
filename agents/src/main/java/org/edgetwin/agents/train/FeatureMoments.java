package org.edgetwin.agents.train;

import org.edgetwin.agents.file.Checkpoint;
import org.edgetwin.agents.net.FeatureSchema;
import org.edgetwin.agents.net.Policy;
import org.edgetwin.agents.net.RunningMoments;
import org.edgetwin.agents.net.ScorerNetwork;

/**
 * Moments of all features over episodes that the rule plays before networks learn. What networks
 * see is standardised by them.
 *
 * @param job of {@code float[n][job features]}, row-major, as the others
 */
public record FeatureMoments(
    FeatureSchema schema,
    RunningMoments job,
    RunningMoments node,
    RunningMoments global,
    RunningMoments pair) {

  /** No features seen yet. */
  public static FeatureMoments of(FeatureSchema schema) {
    return new FeatureMoments(
        schema,
        new RunningMoments(schema.job().size()),
        new RunningMoments(schema.node().size()),
        new RunningMoments(schema.global().size()),
        new RunningMoments(schema.pair().size()));
  }

  /** A policy of two networks that standardises by the moments as they are now. */
  public Policy policy(ScorerNetwork orderer, ScorerNetwork placer) {
    return new Policy(
        schema, orderer, placer, job.freeze(), node.freeze(), global.freeze(), pair.freeze());
  }

  public void save(Checkpoint checkpoint) {
    checkpoint.doubles().put("features.job", job.state());
    checkpoint.doubles().put("features.node", node.state());
    checkpoint.doubles().put("features.global", global.state());
    checkpoint.doubles().put("features.pair", pair.state());
  }

  /** Goes back to what was saved. */
  public void restore(Checkpoint checkpoint) {
    job.restore(checkpoint.doubles("features.job"));
    node.restore(checkpoint.doubles("features.node"));
    global.restore(checkpoint.doubles("features.global"));
    pair.restore(checkpoint.doubles("features.pair"));
  }
}
