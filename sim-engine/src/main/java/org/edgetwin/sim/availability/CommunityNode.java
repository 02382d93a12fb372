package org.edgetwin.sim.availability;

import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.gpu.reliability.WeeklyProfile;
import org.edgetwin.sim.fleet.NodeProcess;
import org.edgetwin.sim.fleet.Presence;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** One node of {@link CommunityOwners}. */
final class CommunityNode implements NodeProcess {
  private final CommunityOwners owners;
  private final Lifetime on;
  private final RandomStream stream;
  private final double departureTime;

  private Presence presence;
  private Presence nextPresence;
  private double now;
  private double nextChange;

  /** What the clock of switching off has still to run, seconds. */
  private double onSecondsLeft;

  CommunityNode(CommunityOwners owners, Lifetime on, RandomStream stream) {
    this.owners = owners;
    this.on = on;
    this.stream = stream;
    departureTime = exponential(owners.departuresPerSecond());
    double onSeconds = on.mean();
    double reclaimedSeconds = onSeconds * owners.reclaimsPerSecond() * owners.reclaimed().mean();
    double offSeconds = owners.off().mean();
    // In the equilibrium of a flat week.
    double point = stream.nextDouble() * (onSeconds + reclaimedSeconds + offSeconds);
    double residual = stream.nextDouble();
    if (point < offSeconds) {
      startOff(owners.off().residualQuantile(residual));
    } else {
      onSecondsLeft = on.residualQuantile(residual);
      if (point < offSeconds + onSeconds) {
        startOn();
      } else {
        startReclaimed(owners.reclaimed().residualQuantile(stream.nextDouble()));
      }
    }
  }

  private CommunityNode(CommunityNode other) {
    owners = other.owners;
    on = other.on;
    stream = Streams.copyOf(other.stream);
    departureTime = other.departureTime;
    presence = other.presence;
    nextPresence = other.nextPresence;
    now = other.now;
    nextChange = other.nextChange;
    onSecondsLeft = other.onSecondsLeft;
  }

  @Override
  public Presence presence() {
    return presence;
  }

  @Override
  public double nextChange() {
    return nextChange;
  }

  @Override
  public void change() {
    double before = now;
    now = nextChange;
    switch (nextPresence) {
      case OFF -> startOff(owners.off().quantile(stream.nextDouble()));
      case RECLAIMED -> {
        onSecondsLeft -= owners.week().leaving().elapsed(local(before), local(now));
        startReclaimed(owners.reclaimed().quantile(stream.nextDouble()));
      }
      case ON -> {
        if (presence == Presence.OFF) {
          onSecondsLeft = on.quantile(stream.nextDouble());
        }
        startOn();
      }
      default -> {
        presence = Presence.GONE;
        nextChange = Double.POSITIVE_INFINITY;
      }
    }
  }

  private void startOff(double clockSeconds) {
    presence = Presence.OFF;
    until(after(owners.week().returning(), clockSeconds), Presence.ON);
  }

  private void startReclaimed(double seconds) {
    presence = Presence.RECLAIMED;
    until(now + seconds, Presence.ON);
  }

  private void startOn() {
    presence = Presence.ON;
    double offTime = after(owners.week().leaving(), Math.max(onSecondsLeft, 0));
    // Reclaims have no memory, so the next one is drawn anew whenever the node is on again.
    double wait = exponential(owners.reclaimsPerSecond());
    double reclaimTime =
        wait < Double.POSITIVE_INFINITY ? after(owners.week().reclaiming(), wait) : wait;
    until(
        Math.min(offTime, reclaimTime), offTime <= reclaimTime ? Presence.OFF : Presence.RECLAIMED);
  }

  private void until(double time, Presence next) {
    nextChange = Math.min(time, departureTime);
    nextPresence = departureTime <= time ? Presence.GONE : next;
  }

  private double after(WeeklyProfile profile, double clockSeconds) {
    return Math.max(owners.clock().time(profile.after(local(now), clockSeconds)), now);
  }

  private double local(double time) {
    return owners.clock().localSeconds(time);
  }

  /** Takes one uniform whatever the rate. */
  private double exponential(double rate) {
    double uniform = stream.nextDouble();
    return rate > 0 ? -Math.log1p(-uniform) / rate : Double.POSITIVE_INFINITY;
  }

  @Override
  public NodeProcess copy() {
    return new CommunityNode(this);
  }
}
