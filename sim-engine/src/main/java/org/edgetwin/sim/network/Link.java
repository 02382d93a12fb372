package org.edgetwin.sim.network;

/**
 * One direction of a line.
 *
 * @param name unique
 * @param bytesPerSecond what it carries
 * @param latencySeconds one way, 0 or more
 */
public record Link(String name, double bytesPerSecond, double latencySeconds) {
  public Link {
    if (!(bytesPerSecond > 0 && bytesPerSecond < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Link " + name + " carries " + bytesPerSecond + " byte/s. Maybe leave it out.");
    }
    if (!(latencySeconds >= 0 && latencySeconds < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The latency of link " + name + " (" + latencySeconds + " s) is not a delay.");
    }
  }
}
