package org.edgetwin.sim.fleet;

/**
 * A tenant with its own queue.
 *
 * @param name unique name
 * @param quotaGpus most GPUs that its jobs may hold at a time; {@link #NO_QUOTA} for no bound
 */
public record VirtualCluster(String name, int quotaGpus) {
  public static final int NO_QUOTA = Integer.MAX_VALUE;

  public VirtualCluster {
    if (quotaGpus < 0) {
      throw new IllegalArgumentException(
          "Virtual cluster " + name + ": quotaGpus (" + quotaGpus + ") is negative.");
    }
  }
}
