package org.edgetwin.sim.kernel;

import umontreal.ssj.simevents.Event;

/**
 * An event of the engine: small, re-usable, and able to copy itself into another kernel.
 *
 * <p>It names what it acts on by index and holds no closure, so that a running simulation can be
 * forked: see {@link Kernel#copyEventsTo}. It is scheduled at an absolute time, because {@code now
 * + (t - now)} is not always {@code t} in floating point.
 */
public abstract class EngineEvent extends Event {
  /** SSJ's own mark of an event that is in no list. */
  private static final double NOT_SCHEDULED = -10.0;

  protected EngineEvent(Kernel kernel, Phase phase) {
    super(kernel);
    setPriority(phase.priority());
  }

  /**
   * The event that plays this one's part in a copy of the simulation; bound to the copy's kernel,
   * not yet scheduled.
   */
  public abstract EngineEvent counterpartIn(EventHost copy);

  /** Whether the event is pending. */
  public final boolean isScheduled() {
    return eventTime > NOT_SCHEDULED + 1;
  }

  /**
   * Schedules this event at an instant, moving it if it is already pending.
   *
   * @param time seconds since the start of the run, not before the kernel's clock
   * @throws IllegalArgumentException if the time is NaN, infinite or in the past
   */
  public final void scheduleAt(double time) {
    // Written so that NaN fails the test too; before the event leaves the place that it has.
    if (!(time >= sim.time() && time < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The event time ("
              + time
              + " s) is infinite or before the clock ("
              + sim.time()
              + " s): "
              + this
              + ".");
    }
    if (isScheduled()) {
      sim.getEventList().remove(this);
    }
    eventTime = time;
    sim.getEventList().add(this);
  }

  /** Takes the event out of the list; does nothing if it is not pending. */
  public final void unschedule() {
    if (isScheduled()) {
      cancel();
    }
  }
}
