package org.edgetwin.gpu.network;

/**
 * Round-trip time between two places, ms: a base and a detour over the straight fibre, times what
 * the neighbours of both ends on the same and other networks have taught [skyplane].
 *
 * <p>Between places in the fit it returns nearly what was measured; far from any, the base law.
 * Never below the time of light in a straight fibre. Limits: no jitter, no congestion, no last mile
 * (add {@link LastMile#rttMs}).
 *
 * @param baseMs at no distance
 * @param detour round trip over straight-fibre round trip
 * @param residual logarithm of measured over base law
 * @param spread how far it is off
 */
public record RttLaw(double baseMs, double detour, PairField residual, LogSpread spread) {
  /** Inside a site, ms. */
  public static final double SELF_MS = 1;

  private static final class Holder {
    static final RttLaw STANDARD = FittedLaws.rtt();
  }

  /** The law fitted to all measurements. */
  public static RttLaw standard() {
    return Holder.STANDARD;
  }

  /** Round-trip time, ms. */
  public double rttMs(Site from, Site to) {
    if (from.id().equals(to.id())) {
      return SELF_MS;
    }
    // The weights are symmetric but for rounding.
    double learned = (residual.value(from, to) + residual.value(to, from)) / 2;
    return Math.max(from.fibreMs(to), baseLawMs(from, to) * Math.exp(learned));
  }

  /** What distance alone says, ms. */
  public double baseLawMs(Site from, Site to) {
    return baseMs + detour * from.fibreMs(to);
  }

  /** Standard deviation of the logarithm of a measured round trip over {@link #rttMs}. */
  public double logStandardDeviation(Site from, Site to) {
    return spread.of(residual, from, to);
  }
}
