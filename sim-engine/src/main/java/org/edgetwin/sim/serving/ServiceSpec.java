package org.edgetwin.sim.serving;

import java.util.List;
import org.edgetwin.gpu.serving.IterationTime;

/**
 * A model endpoint.
 *
 * @param name unique
 * @param hardware what its replicas can stand on, at least one
 * @param longestTokens prompt and answer of a request together; longer ones are rejected
 * @param minReplicas kept up at all times; they are up at the start of the run
 * @param maxReplicas never exceeded
 * @param pullSeconds to fetch image and weights before a new replica can load them; 0 if they come
 *     over a simulated network
 * @param loadSeconds to load the weights and start the engine
 */
public record ServiceSpec(
    String name,
    List<ReplicaHardware> hardware,
    int longestTokens,
    int minReplicas,
    int maxReplicas,
    double pullSeconds,
    double loadSeconds) {
  private static final String ANY_GPU = "any";

  public ServiceSpec {
    hardware = List.copyOf(hardware);
    if (hardware.isEmpty()) {
      throw new IllegalArgumentException("The service " + name + " has no hardware to stand on.");
    }
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

  /** A service whose replicas are all alike, and serve whatever their cache can hold. */
  public ServiceSpec(
      String name,
      IterationTime times,
      EngineSettings engine,
      int minReplicas,
      int maxReplicas,
      double pullSeconds,
      double loadSeconds) {
    this(
        name,
        List.of(new ReplicaHardware(ANY_GPU, times, engine)),
        Integer.MAX_VALUE,
        minReplicas,
        maxReplicas,
        pullSeconds,
        loadSeconds);
  }

  /** A service with a fixed number of replicas. */
  public static ServiceSpec fixed(
      String name, IterationTime times, EngineSettings engine, int replicas) {
    return new ServiceSpec(name, times, engine, replicas, replicas, 0, 0);
  }

  /**
   * Seconds from the moment at which a replica has its GPUs, and what it moves over a simulated
   * network, to its first iteration.
   */
  public double coldStartSeconds() {
    return pullSeconds + loadSeconds;
  }

  /** Index of a GPU model among the hardware; -1 if replicas cannot stand on it. */
  public int hardwareOf(String gpuModel) {
    for (int i = 0; i < hardware.size(); i++) {
      if (hardware.get(i).gpuModel().equals(gpuModel)) {
        return i;
      }
    }
    return -1;
  }

  /** The longest request, prompt and answer, that every replica could serve alone. */
  long longestServed() {
    long longest = longestTokens;
    for (ReplicaHardware each : hardware) {
      longest = Math.min(longest, each.engine().longestServed());
    }
    return longest;
  }
}
