package org.edgetwin.gpu.network;

/**
 * The line between a home or an office and the internet.
 *
 * @param downBytesPerSecond towards the home
 * @param upBytesPerSecond from it
 * @param rttMs what it adds to every round trip, ms
 */
public record LastMile(double downBytesPerSecond, double upBytesPerSecond, double rttMs) {
  private static final double BYTES_PER_MEGABIT = 125_000;

  public LastMile {
    if (!(downBytesPerSecond > 0 && upBytesPerSecond > 0)) {
      throw new IllegalArgumentException(
          "A line of "
              + downBytesPerSecond
              + " byte/s down and "
              + upBytesPerSecond
              + " up carries nothing one way.");
    }
    if (!(rttMs >= 0)) {
      throw new IllegalArgumentException("The last mile's round trip (" + rttMs + " ms) is none.");
    }
  }

  /** From the numbers of a contract, Mbit/s. */
  public static LastMile ofMegabits(double down, double up, double rttMs) {
    return new LastMile(down * BYTES_PER_MEGABIT, up * BYTES_PER_MEGABIT, rttMs);
  }

  /**
   * A home on fibre: 500 Mbit/s down, 100 up (the least that Theta asks of a client), 10 ms; homes
   * range over 100-1000 down, 20-500 up, 5-25 ms. A proposal, not a fit.
   */
  public static LastMile fibreHome() {
    return ofMegabits(500, 100, 10);
  }
}
