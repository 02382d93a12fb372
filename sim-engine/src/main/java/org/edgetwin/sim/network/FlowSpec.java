package org.edgetwin.sim.network;

/**
 * Bytes to move.
 *
 * @param route over which links
 * @param bytes how many, positive
 * @param weight its part against other flows, such as the number of its connections; positive
 * @param capBytesPerSecond the most it can take, such as {@link
 *     org.edgetwin.gpu.network.TcpWindow}'s; may be infinite if the route has a link
 * @param delaySeconds before the first byte counts, besides the latencies of the links; 0 or more
 */
public record FlowSpec(
    Route route, double bytes, double weight, double capBytesPerSecond, double delaySeconds) {
  public FlowSpec {
    positive("bytes", bytes);
    positive("weight", weight);
    if (!(capBytesPerSecond > 0)
        || (route.length() == 0 && capBytesPerSecond == Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A flow over "
              + route
              + " with a cap of "
              + capBytesPerSecond
              + " byte/s has no rate. Maybe give it a positive cap, or a link.");
    }
    if (!(delaySeconds >= 0 && delaySeconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("The delay (" + delaySeconds + " s) is not a delay.");
    }
  }

  /** A flow of weight 1 that only its links hold back. */
  public static FlowSpec of(Route route, double bytes) {
    return new FlowSpec(route, bytes, 1, Double.POSITIVE_INFINITY, 0);
  }

  /** The same with another weight. */
  public FlowSpec weighing(double newWeight) {
    return new FlowSpec(route, bytes, newWeight, capBytesPerSecond, delaySeconds);
  }

  /** The same with another cap, byte/s. */
  public FlowSpec cappedAt(double bytesPerSecond) {
    return new FlowSpec(route, bytes, weight, bytesPerSecond, delaySeconds);
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The " + name + " of a flow (" + value + ") must be a positive, finite number.");
    }
  }
}
