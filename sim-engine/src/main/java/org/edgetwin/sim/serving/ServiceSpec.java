package org.edgetwin.sim.serving;

import org.edgetwin.gpu.serving.IterationTime;

/**
 * A model endpoint.
 *
 * @param name unique
 * @param times of an iteration on one replica
 * @param engine settings of each replica
 * @param minReplicas kept up at all times; they are up at the start of the run
 * @param maxReplicas never exceeded
 * @param pullSeconds to fetch image and weights before a new replica can load them
 * @param loadSeconds to load the weights and start the engine
 */
public record ServiceSpec(
    String name,
    IterationTime times,
    EngineSettings engine,
    int minReplicas,
    int maxReplicas,
    double pullSeconds,
    double loadSeconds) {
  public ServiceSpec {
    if (minReplicas < 0 || maxReplicas < Math.max(1, minReplicas)) {
      throw new IllegalArgumentException(
          "The service "
              + name
              + " cannot have from "
              + minReplicas
              + " to "
              + maxReplicas
              + " replicas. Maybe swap the two, or allow at least one.");
    }
    if (!(pullSeconds >= 0 && loadSeconds >= 0 && pullSeconds + loadSeconds < 1e18)) {
      throw new IllegalArgumentException(
          "The cold start of the service "
              + name
              + " ("
              + pullSeconds
              + " s to pull, "
              + loadSeconds
              + " s to load) must not be negative.");
    }
  }

  /** A service with a fixed number of replicas. */
  public static ServiceSpec fixed(
      String name, IterationTime times, EngineSettings engine, int replicas) {
    return new ServiceSpec(name, times, engine, replicas, replicas, 0, 0);
  }

  /** Seconds from the request for a replica to its first iteration. */
  public double coldStartSeconds() {
    return pullSeconds + loadSeconds;
  }
}
