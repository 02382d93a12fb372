package org.edgetwin.sim.serving;

import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.sim.kernel.Kernel;
import org.edgetwin.sim.metrics.ReplicaRecord;

/**
 * Services that work off a list of requests, alone on a kernel.
 *
 * <p>Deterministic: the same input gives the same bits. Not thread-safe; independent simulations
 * may run on different threads.
 *
 * <p>Limits: replicas take their GPUs from nowhere, so a start never waits for one; all of them
 * stand on the first hardware of their service; there are no failures.
 */
public final class ServingSimulation implements ServingHost {
  private final Kernel kernel = new Kernel();
  private final Services services;

  /**
   * A simulation at time 0.
   *
   * @param services with their policies
   * @param requests in order of arrival; equal times keep the order of the list
   * @throws IllegalArgumentException if a request arrives before the one listed before it, or goes
   *     to a service that does not exist
   */
  public ServingSimulation(List<ServedBy> services, List<ServingRequest> requests) {
    this.services = new Services(services, requests, this, new Plenty());
    this.services.begin();
  }

  private ServingSimulation(ServingSimulation other) {
    services = new Services(other.services, this, new Plenty());
    other.kernel.copyEventsTo(this);
  }

  /** As many GPUs as anybody wants, at once. */
  private final class Plenty implements GpuSupply {
    @Override
    public void request(int service, int replica) {
      services.placed(service, replica, 0, 0);
      services.staged(service, replica);
    }

    @Override
    public void release(int service, int replica) {}
  }

  /** Runs until every request has ended. */
  public ServingSimulation run() {
    while (!services.allEnded()) {
      kernel.step();
    }
    return this;
  }

  /** Runs up to and including an instant. */
  public ServingSimulation runUntil(double time) {
    kernel.runUntil(time);
    return this;
  }

  /** An independent copy that continues bit for bit like this one. */
  public ServingSimulation fork() {
    return new ServingSimulation(this);
  }

  /** What has happened so far. */
  public ServingResult result() {
    double held =
        IntStream.range(0, services.count())
            .mapToObj(services::replicas)
            .flatMap(List::stream)
            .mapToDouble(ReplicaRecord::heldSeconds)
            .sum();
    return new ServingResult(services.allRequests(), services.iterations(), held);
  }

  /** What a service looks like now. */
  public ServiceView view(int service) {
    return services.view(service);
  }

  @Override
  public Kernel kernel() {
    return kernel;
  }

  @Override
  public Services services() {
    return services;
  }
}
