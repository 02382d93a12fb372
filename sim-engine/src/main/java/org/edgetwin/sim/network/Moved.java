package org.edgetwin.sim.network;

/**
 * What has left a place for another.
 *
 * @param bytes how much
 * @param usd what the sender's cloud charges for it
 */
public record Moved(double bytes, double usd) {
  /** Nothing. */
  public static final Moved NOTHING = new Moved(0, 0);
}
