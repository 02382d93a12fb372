package org.edgetwin.cli.evaluate;

import java.nio.file.Path;
import java.util.List;

/**
 * What to judge, and on what.
 *
 * @param policies of one scheduler, one for each training seed
 * @param scenario its replications are the windows
 * @param overrides changes of the scenario, in order
 * @param variants further changes, one for each stratum of windows; may be empty
 * @param baselines names of schedulers, the strongest first
 * @param floor name of the scheduler that scores 0, one of the baselines
 * @param clairvoyant name of the scheduler that scores 1; empty for none
 * @param replications windows of each variant
 */
public record EvaluationRequest(
    List<PolicyName> policies,
    Path scenario,
    List<String> overrides,
    List<String> variants,
    List<String> baselines,
    String floor,
    String clairvoyant,
    int replications) {
  public EvaluationRequest {
    policies = List.copyOf(policies);
    overrides = List.copyOf(overrides);
    variants = List.copyOf(variants);
    baselines = List.copyOf(baselines);
  }
}
