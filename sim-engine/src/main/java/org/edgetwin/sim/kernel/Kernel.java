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

  /** The event that comes from a sorted source, and when; positive infinity if it is not due. */
  private EngineEvent feed;

  private double feedTime = Double.POSITIVE_INFINITY;

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
    return heap.size() + (feedTime < Double.POSITIVE_INFINITY ? 1 : 0);
  }

  /** The time of the next event, or positive infinity if there is none. */
  public double nextTime() {
    return Math.min(heap.firstTime(), feedTime);
  }

  /**
   * Sets when an event from a sorted source fires next, such as the next arrival of a trace. It is
   * merged with the event list instead of standing in it, which saves a way up and down the heap
   * for half of all events of a queue. At equal times the order is that of the phases; within its
   * phase the feed comes first. A kernel has one feed.
   *
   * @param time seconds since the start of the run; positive infinity for not again
   * @throws IllegalArgumentException if the time is NaN or in the past
   */
  public void feed(EngineEvent event, double time) {
    if (!(time >= currentTime)) {
      throw new IllegalArgumentException(
          "The feed's time (" + time + " s) is before the clock (" + currentTime + " s).");
    }
    feed = event;
    feedTime = time;
  }

  /** When the feed fires next, or positive infinity if it does not. */
  public double feedTime() {
    return feedTime;
  }

  /**
   * Whether an event of the current instant is still to come that belongs to {@code last} or an
   * earlier phase.
   */
  public boolean hasEventNow(Phase last) {
    return (heap.firstTime() == currentTime && heap.getFirst().priority() <= last.priority())
        || (feedTime == currentTime && feed.priority() <= last.priority());
  }

  /**
   * Executes the next event.
   *
   * @return false if there was none
   */
  public boolean step() {
    Event event;
    if (feedIsNext()) {
      currentTime = feedTime;
      feedTime = Double.POSITIVE_INFINITY;
      event = feed;
    } else {
      event = removeFirstEvent();
      if (event == null) {
        return false;
      }
    }
    eventCount++;
    event.actions();
    return true;
  }

  private boolean feedIsNext() {
    double listTime = heap.firstTime();
    return feedTime < listTime
        || (feedTime == listTime
            && feedTime < Double.POSITIVE_INFINITY
            && feed.priority() <= heap.getFirst().priority());
  }

  /**
   * Executes every event up to and including an instant, then sets the clock to it. Without an
   * instant to stop at the clock stays where the last event left it.
   *
   * @param time seconds since the start of the run; positive infinity until there are no more
   *     events
   * @throws IllegalArgumentException if the time is NaN or in the past
   */
  public void runUntil(double time) {
    if (!(time >= currentTime)) {
      throw new IllegalArgumentException(
          "Cannot run until " + time + " s: the clock is at " + currentTime + " s.");
    }
    boolean more = true;
    while (more && nextTime() <= time) {
      more = step();
    }
    if (time < Double.POSITIVE_INFINITY) {
      currentTime = time;
    }
  }

  /** Moves the clock to an instant at or before the next event. */
  public void advanceClock(double time) {
    if (!(time >= currentTime) || time > nextTime()) {
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
    if (feed != null) {
      target.feed(feed.counterpartIn(copy), feedTime);
    }
    for (Event event : heap.inOrder()) {
      ((EngineEvent) event).counterpartIn(copy).scheduleAt(event.time());
    }
  }
}
