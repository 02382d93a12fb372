package org.edgetwin.sim.serving;

import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.metrics.ServiceTerms;

/**
 * A service in a cluster.
 *
 * @param served the service with its policies
 * @param terms what readers of its figures must know
 * @param replica pattern of the job that holds the GPUs of a replica: demand, virtual cluster and
 *     terms; its work must be endless
 */
public record Deployment(ServedBy served, ServiceTerms terms, JobSpec replica) {
  public Deployment {
    if (!replica.isEndless()) {
      throw new IllegalArgumentException(
          "The replicas of the service "
              + terms.name()
              + " would end by themselves. Maybe give them JobSpec.ENDLESS_SECONDS of work.");
    }
  }
}
