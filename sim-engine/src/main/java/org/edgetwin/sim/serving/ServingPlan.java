package org.edgetwin.sim.serving;

import java.util.List;

/**
 * The services of a cluster and all their requests. Immutable: a run works on copies of the
 * policies.
 *
 * @param deployments the services, by index
 * @param requests in order of arrival
 */
public record ServingPlan(List<Deployment> deployments, List<ServingRequest> requests) {
  /** No services. */
  public static final ServingPlan NONE = new ServingPlan(List.of(), List.of());

  public ServingPlan {
    deployments = List.copyOf(deployments);
    requests = List.copyOf(requests);
  }
}
