package org.edgetwin.agents.net;

import java.util.List;

/**
 * What the numbers that a policy is given mean.
 *
 * @param version raised whenever a feature's meaning changes under the same name
 * @param job names of the features of a job, in order
 * @param node names of the features of a node
 * @param global names of the features of the whole state
 * @param pair names of the features of a node for the chosen job
 */
public record FeatureSchema(
    int version, List<String> job, List<String> node, List<String> global, List<String> pair) {
  public FeatureSchema {
    job = List.copyOf(job);
    node = List.copyOf(node);
    global = List.copyOf(global);
    pair = List.copyOf(pair);
  }
}
