package org.edgetwin.gpu.collective;

/**
 * A path between two GPUs: a message takes its start-up and its bytes over the bandwidth.
 *
 * @param startupSeconds before the first byte arrives
 * @param bytesPerSecond of one direction
 */
public record Link(double startupSeconds, double bytesPerSecond) {
  public Link {
    Quantities.notNegative("startupSeconds", startupSeconds);
    Quantities.positive("bytesPerSecond", bytesPerSecond);
  }

  /** Seconds to send a message. */
  public double seconds(double bytes) {
    return startupSeconds + bytes / bytesPerSecond;
  }
}
