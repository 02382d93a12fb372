package org.edgetwin.sim.fleet;

import org.edgetwin.sim.kernel.Streams;
import umontreal.ssj.rng.RandomStream;

/** One node of {@link Availability.Renewal}, which starts with a fresh stay. */
final class RenewalNode implements NodeProcess {
  private final Availability.Renewal law;
  private final Presence away;
  private final RandomStream stream;

  private boolean isUp;
  private double nextChange;

  RenewalNode(Availability.Renewal law, RandomStream stream) {
    this.law = law;
    this.stream = stream;
    away = law.cause() == NodeState.FAILED ? Presence.FAILED : Presence.OFF;
    isUp = law.startsUp();
    nextChange = stay();
  }

  private RenewalNode(RenewalNode other) {
    law = other.law;
    away = other.away;
    stream = Streams.copyOf(other.stream);
    isUp = other.isUp;
    nextChange = other.nextChange;
  }

  private double stay() {
    return (isUp ? law.up() : law.away()).sample(stream);
  }

  @Override
  public Presence presence() {
    return isUp ? Presence.ON : away;
  }

  @Override
  public double nextChange() {
    return nextChange;
  }

  @Override
  public void change() {
    isUp = !isUp;
    nextChange += stay();
  }

  @Override
  public NodeProcess copy() {
    return new RenewalNode(this);
  }
}
