package org.edgetwin.gpu.network;

/**
 * What one virtual machine sends over many connections in a short while: {@code cap e^(-decay
 * RTT)}. The cap is the provider's limit on what leaves the machine, the decay what slow start and
 * shared paths cost.
 *
 * @param capGbitPerSecond at no distance
 * @param decayPerSecond per second of round trip
 */
public record RateCap(double capGbitPerSecond, double decayPerSecond) {
  /** Rate at a round trip, Gbit/s. */
  public double gbitPerSecond(double rttMs) {
    return capGbitPerSecond * Math.exp(-decayPerSecond * rttMs / 1000);
  }
}
