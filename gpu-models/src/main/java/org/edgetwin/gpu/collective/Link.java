package org.edgetwin.gpu.collective;

import org.edgetwin.gpu.table.Require;

/**
 * A path between two GPUs: a message takes its start-up and its bytes over the bandwidth.
 *
 * @param startupSeconds before the first byte arrives
 * @param bytesPerSecond of one direction
 */
public record Link(double startupSeconds, double bytesPerSecond) {
  public Link {
    Require.notNegative("startupSeconds", startupSeconds);
    Require.positive("bytesPerSecond", bytesPerSecond);
  }

  /** Seconds to send a message. */
  public double seconds(double bytes) {
    return startupSeconds + bytes / bytesPerSecond;
  }
}
