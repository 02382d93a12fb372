package org.edgetwin.sim.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.function.Predicate;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.eventlist.EventList;

/**
 * An indexed 4-ary heap behind SSJ's event-list port.
 *
 * <p>Order: time, then priority (lower first), then insertion order, so that events with equal keys
 * are first in, first out. {@code add}, {@code removeFirst} and {@code remove} take O(log n)
 * amortised; {@code getFirst} takes O(1). The place of an event is kept in the event itself ({@code
 * Event.setRa}), which no other SSJ list but SplayTree uses, so cancelling needs no search and
 * leaves nothing behind: {@link #size()} is exact.
 *
 * <p>A heap of a million events costs more in cache misses than in comparisons. So once there are
 * thousands, only those up to a horizon stand in the heap, about one in sixteen, and the later ones
 * lie unsorted until the heap is empty; then a new horizon is drawn from a sample of them. This
 * decides where an event lies, never when it fires.
 *
 * <p>Limits: an event must not change its time or priority while it is in the list; the positional
 * inserts of SSJ ({@code addFirst}, {@code addBefore}, {@code addAfter}) have no meaning in a heap
 * and are refused, as they would break the phase order. Not thread-safe.
 */
public final class EventHeap implements EventList {
  /** Up to so many events, all stand in the heap. */
  private static final int SMALL = 4096;

  private static final int SAMPLE_SIZE = 128;

  /** The horizon is this element of the sorted sample: one event in sixteen is before it. */
  private static final int SAMPLE_RANK = SAMPLE_SIZE / 16;

  /**
   * A horizon must bring at least one far event in so many into the heap. This bounds the cost of
   * looking at all of them, whatever the sample missed.
   */
  private static final int LEAST_SHARE = 64;

  private static final int GROWTH = 4;

  /** Never empty while there are far events. */
  private final NearEvents near = new NearEvents();

  private final FarEvents far = new FarEvents();

  /** Events up to this time are near, later ones far. */
  private double horizon = Double.POSITIVE_INFINITY;

  /** The size at which the heap has grown too large for its horizon. */
  private int spillSize = SMALL;

  private final double[] sample = new double[SAMPLE_SIZE];
  private long nextSequence;

  /** The number of pending events. */
  public int size() {
    return near.count() + far.size;
  }

  @Override
  public boolean isEmpty() {
    return near.size == 0;
  }

  @Override
  public void clear() {
    near.clear();
    far.clear();
    refill();
  }

  /**
   * Adds an event at its own time and priority.
   *
   * @throws IllegalArgumentException if the time or the priority is NaN or the time is infinite
   */
  @Override
  public void add(Event event) {
    double time = event.time();
    // NaN compares false with everything, so one test catches NaN and both infinities.
    if (!(time > Double.NEGATIVE_INFINITY && time < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The event time (" + time + ") is not a finite number of seconds: " + event + ".");
    }
    if (Double.isNaN(event.priority())) {
      throw new IllegalArgumentException("The event priority is NaN: " + event + ".");
    }
    if (time > horizon) {
      far.add(time, nextSequence++, event);
      return;
    }
    near.add(time, nextSequence++, event);
    if (near.size > spillSize) {
      spill();
    }
  }

  /** Draws the horizon nearer. */
  private void spill() {
    near.sampleTimes(sample);
    horizon = sample[SAMPLE_RANK];
    near.moveAfter(horizon, far);
    spillSize = Math.max(SMALL, GROWTH * near.size);
  }

  /** Draws a new horizon when no near event is left. */
  private void refill() {
    int count = far.size;
    int rank = SAMPLE_SIZE;
    if (count > SMALL / 2) {
      far.sampleTimes(sample);
      rank = SAMPLE_RANK;
    }
    do {
      horizon = rank < SAMPLE_SIZE ? sample[rank] : Double.POSITIVE_INFINITY;
      far.moveUpTo(horizon, near);
      rank *= GROWTH;
    } while (near.size < count / LEAST_SHARE);
    spillSize = Math.max(SMALL, GROWTH * near.size);
  }

  @Override
  public Event getFirst() {
    return near.size == 0 ? null : near.first();
  }

  /** The time of the first event, or positive infinity if there is none. */
  public double firstTime() {
    return near.size == 0 ? Double.POSITIVE_INFINITY : near.firstTime();
  }

  @Override
  public Event removeFirst() {
    if (near.size == 0) {
      return null;
    }
    Event first = near.removeFirst();
    if (near.size == 0) {
      refill();
    }
    return first;
  }

  @Override
  public boolean remove(Event event) {
    if (far.remove(event)) {
      return true;
    }
    boolean found = near.remove(event);
    if (near.size == 0) {
      refill();
    }
    return found;
  }

  /**
   * The pending events in firing order: a sorted copy, for copying and inspection, not for the hot
   * path.
   */
  public Event[] inOrder() {
    List<EventTable.Row> rows = new ArrayList<>(size());
    near.closeGap();
    near.addRowsTo(rows);
    far.addRowsTo(rows);
    Collections.sort(rows);
    return rows.stream().map(EventTable.Row::event).toArray(Event[]::new);
  }

  @Override
  public Iterator<Event> iterator() {
    return Arrays.asList(inOrder()).iterator();
  }

  @Override
  public ListIterator<Event> listIterator() {
    return Arrays.asList(inOrder()).listIterator();
  }

  @Override
  public Event getFirstOfClass(String className) {
    return firstWhere(event -> event.getClass().getName().equals(className));
  }

  @Override
  public <E extends Event> E getFirstOfClass(Class<E> type) {
    return type.cast(firstWhere(event -> event.getClass() == type));
  }

  private Event firstWhere(Predicate<Event> condition) {
    for (Event event : inOrder()) {
      if (condition.test(event)) {
        return event;
      }
    }
    return null;
  }

  @Override
  public void addFirst(Event event) {
    throw positional();
  }

  @Override
  public void addBefore(Event event, Event other) {
    throw positional();
  }

  @Override
  public void addAfter(Event event, Event other) {
    throw positional();
  }

  private static UnsupportedOperationException positional() {
    return new UnsupportedOperationException(
        "A heap has no positions. Maybe schedule the event at its time, with the priority of its phase.");
  }
}
