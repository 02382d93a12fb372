package org.edgetwin.sim.kernel;

/**
 * The order of events that fall on the same instant, first to last.
 *
 * <p>Resources are freed before they are asked for: completions come first, arrivals see the
 * machines as they are after every failure and repair of the instant, the scheduler sees all of it
 * once, and samples record what it made of it.
 */
public enum Phase {
  COMPLETION(0),
  FAILURE(1),
  TRANSFER(2),
  ARRIVAL(3),
  DECISION(4),
  SAMPLE(5);

  private final double priority;

  Phase(double priority) {
    this.priority = priority;
  }

  /** The SSJ event priority of this phase; SSJ fires lower values first. */
  public double priority() {
    return priority;
  }
}
