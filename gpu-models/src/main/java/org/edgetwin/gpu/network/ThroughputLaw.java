package org.edgetwin.gpu.network;

import java.util.Map;
import java.util.TreeSet;

/**
 * What arrives from one large virtual machine at another over 64 TCP connections in 5 s, Gbit/s
 * [skyplane]: the {@link RateCap} of the two networks at the round trip of the pair, times what the
 * neighbours of both ends have taught.
 *
 * <p>Limits: machines of 32 cores of their year (2022); some paths between clouds are slower by a
 * factor of ten at times, which no neighbour tells.
 *
 * @param rtt gives the round trips
 * @param capByNetworks for each ordered pair of networks that was measured
 * @param residual logarithm of measured over capped rate
 * @param spread how far it is off
 */
public record ThroughputLaw(
    RttLaw rtt, Map<NetworkPair, RateCap> capByNetworks, PairField residual, LogSpread spread) {

  private static final class Holder {
    static final ThroughputLaw STANDARD = FittedLaws.throughput();
  }

  public ThroughputLaw {
    capByNetworks = Map.copyOf(capByNetworks);
  }

  /** The law fitted to all measurements. */
  public static ThroughputLaw standard() {
    return Holder.STANDARD;
  }

  /**
   * Rate, Gbit/s.
   *
   * @throws IllegalArgumentException if no machine of these networks was measured
   */
  public double gbitPerSecond(Site from, Site to) {
    return baseLawGbitPerSecond(from, to) * Math.exp(residual.value(from, to));
  }

  /** What networks and round trip alone say, Gbit/s. */
  public double baseLawGbitPerSecond(Site from, Site to) {
    return cap(NetworkPair.of(from, to)).gbitPerSecond(rtt.rttMs(from, to));
  }

  /** Standard deviation of the logarithm of a measured rate over {@link #gbitPerSecond}. */
  public double logStandardDeviation(Site from, Site to) {
    return spread.of(residual, from, to);
  }

  /** What a virtual machine may send to others of its own network, Gbit/s. */
  public double egressLimitGbitPerSecond(String network) {
    return cap(new NetworkPair(network, network)).capGbitPerSecond();
  }

  private RateCap cap(NetworkPair networks) {
    RateCap cap = capByNetworks.get(networks);
    if (cap == null) {
      TreeSet<String> known = new TreeSet<>();
      capByNetworks.keySet().forEach(pair -> known.add(pair.from()));
      throw new IllegalArgumentException(
          "No throughput was measured from network '"
              + networks.from()
              + "' to '"
              + networks.to()
              + "'. Maybe one of "
              + known
              + ", or a LastMile.");
    }
    return cap;
  }
}
