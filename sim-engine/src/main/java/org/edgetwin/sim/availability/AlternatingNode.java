package org.edgetwin.sim.availability;

import org.edgetwin.gpu.reliability.Lifetime;
import org.edgetwin.sim.fleet.NodeProcess;
import org.edgetwin.sim.fleet.Presence;
import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/**
 * On for a time of one law, away for a time of another, and so on; all times independent. Starts in
 * equilibrium. On for mean(on) / (mean(on) + mean(away)) of the time, whatever the laws.
 */
final class AlternatingNode implements NodeProcess {
  private final Lifetime on;
  private final Lifetime away;
  private final Presence awayPresence;
  private final RandomStream stream;

  private boolean isOn;
  private double nextChange;

  AlternatingNode(Lifetime on, Lifetime away, Presence awayPresence, RandomStream stream) {
    this.on = on;
    this.away = away;
    this.awayPresence = awayPresence;
    this.stream = stream;
    isOn = stream.nextDouble() < on.mean() / (on.mean() + away.mean());
    nextChange = (isOn ? on : away).residualQuantile(stream.nextDouble());
  }

  private AlternatingNode(AlternatingNode other) {
    on = other.on;
    away = other.away;
    awayPresence = other.awayPresence;
    stream = Streams.copyOf(other.stream);
    isOn = other.isOn;
    nextChange = other.nextChange;
  }

  @Override
  public Presence presence() {
    return isOn ? Presence.ON : awayPresence;
  }

  @Override
  public double nextChange() {
    return nextChange;
  }

  @Override
  public void change() {
    isOn = !isOn;
    nextChange += (isOn ? on : away).quantile(stream.nextDouble());
  }

  @Override
  public NodeProcess copy() {
    return new AlternatingNode(this);
  }
}
