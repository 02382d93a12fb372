package org.edgetwin.sim.serving;

import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.metrics.ServiceTerms;

/**
 * A service in a cluster.
 *
 * @param served the service with its policies
 * @param terms what readers of its figures must know
 * @param replica pattern of the job that holds the GPUs of a replica: demand, virtual cluster and
 *     terms, and image and weights if they come over a simulated network; its work must be endless,
 *     and its restart free, because every start is a cold start of its own
 */
public record Deployment(ServedBy served, ServiceTerms terms, JobSpec replica) {
  public Deployment {
    if (!replica.isEndless()) {
      throw new IllegalArgumentException(
          "The replicas of the service "
              + terms.name()
              + " would end by themselves. Maybe give them JobSpec.ENDLESS_SECONDS of work.");
    }
    if (replica.recovery().restartSeconds() > 0) {
      throw new IllegalArgumentException(
          "The replicas of the service "
              + terms.name()
              + " would restart beside their cold start. Maybe give them Recovery.DEFAULT.");
    }
  }
}
