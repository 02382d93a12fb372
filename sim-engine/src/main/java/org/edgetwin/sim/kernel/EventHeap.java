package org.edgetwin.sim.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.ListIterator;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.eventlist.EventList;

/**
 * An indexed 4-ary heap behind SSJ's event-list port.
 *
 * <p>Order: time, then priority (lower first), then insertion order, so that events with equal keys
 * are first in, first out. {@code add}, {@code removeFirst} and {@code remove} take O(log n);
 * {@code getFirst} takes O(1). The position of an event in the heap is kept in the event itself
 * ({@code Event.setRa}), which no other SSJ list but SplayTree uses, so cancelling needs no search
 * and leaves nothing behind: {@link #size()} is exact.
 *
 * <p>Keys live in arrays of their own: a comparison touches the event object only when two times
 * are equal.
 *
 * <p>Limits: an event must not change its time or priority while it is in the list; the positional
 * inserts of SSJ ({@code addFirst}, {@code addBefore}, {@code addAfter}) have no meaning in a heap
 * and are refused, as they would break the phase order. Not thread-safe.
 */
public final class EventHeap implements EventList {
  private static final int ARITY = 4;
  private static final int INITIAL_CAPACITY = 64;

  private double[] timeArray = new double[INITIAL_CAPACITY];
  private long[] sequenceArray = new long[INITIAL_CAPACITY];
  private Event[] eventArray = new Event[INITIAL_CAPACITY];
  private int size;
  private long nextSequence;

  /** The number of pending events. */
  public int size() {
    return size;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public void clear() {
    Arrays.fill(eventArray, 0, size, null);
    size = 0;
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
    if (size == eventArray.length) {
      grow();
    }
    siftUp(size++, time, nextSequence++, event);
  }

  @Override
  public Event getFirst() {
    return size == 0 ? null : eventArray[0];
  }

  /** The time of the first event, or positive infinity if there is none. */
  public double firstTime() {
    return size == 0 ? Double.POSITIVE_INFINITY : timeArray[0];
  }

  @Override
  public Event removeFirst() {
    if (size == 0) {
      return null;
    }
    Event first = eventArray[0];
    removeAt(0);
    return first;
  }

  @Override
  public boolean remove(Event event) {
    int position = event.getRa();
    if (position < 0 || position >= size || eventArray[position] != event) {
      return false;
    }
    removeAt(position);
    return true;
  }

  private void removeAt(int position) {
    int last = --size;
    double time = timeArray[last];
    long sequence = sequenceArray[last];
    Event event = eventArray[last];
    eventArray[last] = null;
    if (position == last) {
      return;
    }
    int parent = (position - 1) / ARITY;
    if (position > 0 && before(time, event, sequence, parent)) {
      siftUp(position, time, sequence, event);
    } else {
      siftDown(position, time, sequence, event);
    }
  }

  private void siftUp(int start, double time, long sequence, Event event) {
    int position = start;
    while (position > 0) {
      int parent = (position - 1) / ARITY;
      if (!before(time, event, sequence, parent)) {
        break;
      }
      move(parent, position);
      position = parent;
    }
    put(position, time, sequence, event);
  }

  private void siftDown(int start, double time, long sequence, Event event) {
    int position = start;
    int child = position * ARITY + 1;
    while (child < size) {
      int smallest = smallestChild(child);
      if (before(time, event, sequence, smallest)) {
        break;
      }
      move(smallest, position);
      position = smallest;
      child = position * ARITY + 1;
    }
    put(position, time, sequence, event);
  }

  private int smallestChild(int firstChild) {
    int smallest = firstChild;
    int end = Math.min(firstChild + ARITY, size);
    for (int i = firstChild + 1; i < end; i++) {
      if (before(timeArray[i], eventArray[i], sequenceArray[i], smallest)) {
        smallest = i;
      }
    }
    return smallest;
  }

  private boolean before(double time, Event event, long sequence, int other) {
    double otherTime = timeArray[other];
    if (time != otherTime) {
      return time < otherTime;
    }
    double priority = event.priority();
    double otherPriority = eventArray[other].priority();
    if (priority != otherPriority) {
      return priority < otherPriority;
    }
    return sequence < sequenceArray[other];
  }

  private void move(int from, int to) {
    put(to, timeArray[from], sequenceArray[from], eventArray[from]);
  }

  private void put(int position, double time, long sequence, Event event) {
    timeArray[position] = time;
    sequenceArray[position] = sequence;
    eventArray[position] = event;
    event.setRa(position);
  }

  private void grow() {
    int capacity = eventArray.length * 2;
    timeArray = Arrays.copyOf(timeArray, capacity);
    sequenceArray = Arrays.copyOf(sequenceArray, capacity);
    eventArray = Arrays.copyOf(eventArray, capacity);
  }

  /**
   * The pending events in firing order: a sorted copy, for copying and inspection, not for the hot
   * path.
   */
  public Event[] inOrder() {
    Integer[] positions = new Integer[size];
    Arrays.setAll(positions, i -> i);
    Arrays.sort(
        positions,
        Comparator.comparingDouble((Integer i) -> timeArray[i])
            .thenComparingDouble(i -> eventArray[i].priority())
            .thenComparingLong(i -> sequenceArray[i]));
    Event[] sorted = new Event[size];
    Arrays.setAll(sorted, i -> eventArray[positions[i]]);
    return sorted;
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

  private Event firstWhere(java.util.function.Predicate<Event> condition) {
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
