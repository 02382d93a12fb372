package org.edgetwin.sim.availability;

import org.apache.commons.math3.special.Gamma;
import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.gpu.reliability.LocalClock;
import org.edgetwin.gpu.reliability.WeeklyProfile;
import org.edgetwin.gpu.table.Require;
import org.edgetwin.sim.distribution.Distributions;
import org.edgetwin.sim.fleet.AvailabilityModel;
import org.edgetwin.sim.fleet.NodeProcess;
import org.edgetwin.sim.kernel.Streams;

/**
 * Owners of community nodes, who switch on and off, take their GPU for themselves without switching
 * off, and leave for good some day; when, depends on the hour of their own week.
 *
 * <p>A node is on for a Weibull time (what has lasted will last) whose mean is log-normal over
 * nodes, and off for a log-normal time. Both run on clocks that follow the owner's week. While it
 * is on, the owner reclaims the GPU at a rate that follows the week too, for a log-normal time
 * during which the clock of switching off stands still.
 *
 * <p>Limits: owners are independent; the two profiles do not know of each other; no holidays.
 *
 * @param onShape Weibull shape of the time on
 * @param onMean mean time on by node, seconds
 * @param off time off, seconds
 * @param reclaimsPerSecond while on and not reclaimed, mean over the week
 * @param reclaimed how long the owner keeps the GPU, seconds
 * @param departuresPerSecond hazard of leaving for good; 0 if never
 * @param week when owners do what
 * @param clock the owners' time zone
 */
public record CommunityOwners(
    double onShape,
    Distributions.LogNormal onMean,
    Lifetime off,
    double reclaimsPerSecond,
    Lifetime reclaimed,
    double departuresPerSecond,
    OwnerWeek week,
    LocalClock clock)
    implements AvailabilityModel {
  private static final double HOUR = 3600;
  private static final double WEEK = 7 * 24 * HOUR;

  /** Points of the sum over nodes. */
  private static final int QUANTILES = 400;

  /** How the hazards of an owner's decisions swing over the local week. */
  public record OwnerWeek(
      WeeklyProfile leaving, WeeklyProfile returning, WeeklyProfile reclaiming) {
    /** The same at all hours. */
    public static OwnerWeek flat() {
      return new OwnerWeek(WeeklyProfile.flat(), WeeklyProfile.flat(), WeeklyProfile.flat());
    }

    /** The proposed week of {@code data/reliability/owner-week.csv}. */
    public static OwnerWeek proposed() {
      return new OwnerWeek(
          WeeklyProfile.proposed("leave"),
          WeeklyProfile.proposed("return"),
          WeeklyProfile.proposed("reclaim"));
    }
  }

  public CommunityOwners {
    Require.positive("onShape", onShape);
    Require.within("reclaimsPerSecond", reclaimsPerSecond, 0, 1);
    Require.within("departuresPerSecond", departuresPerSecond, 0, 1);
  }

  /**
   * Proposed owners: mean time on log-normal of median 8 h and sigma 1.2 over nodes, shape 0.6; off
   * log-normal of median 4 h; one reclaim in 20 h for a median of 1.5 h; 2 % leave a week.
   */
  public static CommunityOwners proposed(LocalClock clock) {
    return new CommunityOwners(
        0.6,
        new Distributions.LogNormal(8 * HOUR, 1.2),
        new Lifetime.LogNormal(4 * HOUR, 1),
        1 / (20 * HOUR),
        new Lifetime.LogNormal(1.5 * HOUR, 0.8),
        0.02 / WEEK,
        OwnerWeek.proposed(),
        clock);
  }

  /** The mean time on of a node, drawn once, seconds. */
  public double meanOnSeconds(String name, Streams streams) {
    return onMean.sample(streams.stream("owner-mean/" + name));
  }

  /**
   * Share of the time in which a node's GPUs can be used in the long run, before it leaves for
   * good: m / (m + m r D + off) for mean times on m, reclaimed D and off, and r reclaims a second.
   * Exact in a flat week.
   */
  public double availability(double meanOnSeconds) {
    double reclaimedSeconds = meanOnSeconds * reclaimsPerSecond * reclaimed.mean();
    return meanOnSeconds / (meanOnSeconds + reclaimedSeconds + off.mean());
  }

  /** Over nodes that are met while they are on; in a flat week. */
  @Override
  public double lossesPerSecond() {
    double stays = 0;
    double secondsOn = 0;
    for (int i = 0; i < QUANTILES; i++) {
      double z = Distributions.normalQuantile((i + 0.5) / QUANTILES);
      double mean = onMean.median() * Math.exp(onMean.sigma() * z);
      double on = availability(mean);
      secondsOn += on;
      stays += on / mean;
    }
    return stays / secondsOn + reclaimsPerSecond + departuresPerSecond;
  }

  @Override
  public NodeProcess start(String name, Streams streams) {
    double mean = meanOnSeconds(name, streams);
    Lifetime on = new Lifetime.Weibull(onShape, mean / Gamma.gamma(1 + 1 / onShape));
    return new CommunityNode(this, on, streams.stream("owner/" + name));
  }

  @Override
  public String describe() {
    return String.format(
        java.util.Locale.ROOT,
        "community owners: on for a median mean of %.1f h, off for %.1f h, UTC%+.0f h",
        onMean.median() / HOUR,
        off.mean() / HOUR,
        clock.utcOffsetHours());
  }
}
