package org.edgetwin.sim.serving;

import java.util.List;
import org.edgetwin.sim.metrics.RequestRecord;

/**
 * What a run of services recorded so far.
 *
 * @param requests in the order of the list that was given
 * @param iterations of all replicas
 * @param replicaSeconds for which replicas held GPUs, summed
 */
public record ServingResult(List<RequestRecord> requests, long iterations, double replicaSeconds) {
  public ServingResult {
    requests = List.copyOf(requests);
  }
}
