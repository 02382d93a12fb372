package org.edgetwin.sim.metrics;

import java.util.List;

/**
 * What a run leaves behind of a service.
 *
 * @param terms what it is
 * @param requests that have arrived, in order of arrival, unfinished ones included
 * @param replicas every stay of a replica on its GPUs, in order of its end
 * @param costUsd what its GPUs cost at their posted prices
 * @param traffic what its replicas moved over the network
 */
public record ServiceResult(
    ServiceTerms terms,
    List<RequestRecord> requests,
    List<ReplicaRecord> replicas,
    double costUsd,
    JobTraffic traffic) {
  public ServiceResult {
    requests = List.copyOf(requests);
    replicas = List.copyOf(replicas);
  }

  /** GPU-seconds held by replicas. */
  public double heldGpuSeconds() {
    return terms.gpusPerReplica() * replicas.stream().mapToDouble(ReplicaRecord::heldSeconds).sum();
  }

  /** GPU-seconds of replicas that were ready. */
  public double readyGpuSeconds() {
    return terms.gpusPerReplica()
        * replicas.stream().mapToDouble(ReplicaRecord::readySeconds).sum();
  }
}
