package org.edgetwin.sim.kernel;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/**
 * SSJ's simulator on our {@link EventHeap}, driven from outside one event at a time.
 *
 * <p>The clock has moved before an event's {@code actions()} runs. Use an instance, never SSJ's
 * static {@code Sim}. Not thread-safe; independent kernels may run on different threads.
 */
public final class Kernel extends Simulator {
  private final EventHeap heap;
  private long eventCount;

  public Kernel() {
    this(new EventHeap());
  }

  private Kernel(EventHeap heap) {
    super(heap);
    this.heap = heap;
    init(heap);
  }

  /** The number of events executed so far. */
  public long eventCount() {
    return eventCount;
  }

  /** The number of pending events. */
  public int pendingCount() {
    return heap.size();
  }

  /** The time of the next event, or positive infinity if there is none. */
  public double nextTime() {
    return heap.firstTime();
  }

  /**
   * Whether an event of the current instant is still to come that belongs to {@code last} or an
   * earlier phase.
   */
  public boolean hasEventNow(Phase last) {
    return heap.firstTime() == currentTime && heap.getFirst().priority() <= last.priority();
  }

  /**
   * Executes the next event.
   *
   * @return false if there was none
   */
  public boolean step() {
    Event event = removeFirstEvent();
    if (event == null) {
      return false;
    }
    eventCount++;
    event.actions();
    return true;
  }

  /**
   * Executes every event up to and including an instant, then sets the clock to it.
   *
   * @param time seconds since the start of the run
   * @throws IllegalArgumentException if the time is NaN or in the past
   */
  public void runUntil(double time) {
    if (!(time >= currentTime)) {
      throw new IllegalArgumentException(
          "Cannot run until " + time + " s: the clock is at " + currentTime + " s.");
    }
    while (heap.firstTime() <= time) {
      step();
    }
    currentTime = time;
  }

  /** Moves the clock to an instant at or before the next event. */
  public void advanceClock(double time) {
    if (!(time >= currentTime) || time > heap.firstTime()) {
      throw new IllegalArgumentException(
          "Cannot move the clock from "
              + currentTime
              + " s to "
              + time
              + " s: next event at "
              + nextTime()
              + " s.");
    }
    currentTime = time;
  }

  /**
   * Copies clock, counters and pending events, in firing order, into an empty kernel.
   *
   * @param copy the simulation the copied events act on
   */
  public void copyEventsTo(EventHost copy) {
    Kernel target = copy.kernel();
    target.currentTime = currentTime;
    target.eventCount = eventCount;
    for (Event event : heap.inOrder()) {
      ((EngineEvent) event).counterpartIn(copy).scheduleAt(event.time());
    }
  }
}
