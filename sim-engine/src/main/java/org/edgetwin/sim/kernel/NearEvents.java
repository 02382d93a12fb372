package org.edgetwin.sim.kernel;

import umontreal.ssj.simevents.Event;

/**
 * The next events, as a 4-ary heap by time, priority and sequence number. The row of an event is
 * {@code Event.getRa()}, so that it can be taken out of the middle.
 */
final class NearEvents extends EventTable {
  private static final int ARITY = 4;

  /**
   * The row of the first event: the root, or its best child while the root is a gap. Most events
   * that fire bring another one, so the gap is left open for it: one way down the heap instead of
   * two ways down and one up.
   */
  private int firstRow;

  void add(double time, long sequence, Event event) {
    if (firstRow > 0) {
      firstRow = 0;
      siftDown(0, time, sequence, event);
      return;
    }
    grow();
    siftUp(size++, time, sequence, event);
  }

  /** The number of events, not counting a gap. */
  int count() {
    return firstRow > 0 ? size - 1 : size;
  }

  Event first() {
    return eventArray[firstRow];
  }

  double firstTime() {
    return timeArray[firstRow];
  }

  /** Takes out the first event; there must be one. */
  Event removeFirst() {
    closeGap();
    Event first = eventArray[0];
    if (size > 1) {
      eventArray[0] = null;
      firstRow = smallestChild(1);
    } else {
      removeAt(0);
    }
    return first;
  }

  /** Makes it a plain heap again. */
  void closeGap() {
    if (firstRow > 0) {
      firstRow = 0;
      removeAt(0);
    }
  }

  @Override
  void clear() {
    firstRow = 0;
    super.clear();
  }

  boolean remove(Event event) {
    closeGap();
    int row = event.getRa();
    if (row < 0 || row >= size || eventArray[row] != event) {
      return false;
    }
    removeAt(row);
    return true;
  }

  private void removeAt(int row) {
    int last = --size;
    double time = timeArray[last];
    long sequence = sequenceArray[last];
    Event event = eventArray[last];
    eventArray[last] = null;
    if (row == last) {
      return;
    }
    if (row > 0 && before(time, event, sequence, (row - 1) / ARITY)) {
      siftUp(row, time, sequence, event);
    } else {
      siftDown(row, time, sequence, event);
    }
  }

  /** Hands every event after an instant over to the far events. */
  void moveAfter(double horizon, FarEvents far) {
    int kept = 0;
    for (int row = 0; row < size; row++) {
      if (timeArray[row] > horizon) {
        far.add(timeArray[row], sequenceArray[row], eventArray[row]);
      } else {
        move(row, kept++);
      }
    }
    truncate(kept);
    for (int row = (size - 2) / ARITY; row >= 0; row--) {
      siftDown(row, timeArray[row], sequenceArray[row], eventArray[row]);
    }
  }

  private void siftUp(int start, double time, long sequence, Event event) {
    int row = start;
    while (row > 0) {
      int parent = (row - 1) / ARITY;
      if (!before(time, event, sequence, parent)) {
        break;
      }
      move(parent, row);
      row = parent;
    }
    put(row, time, sequence, event);
  }

  private void siftDown(int start, double time, long sequence, Event event) {
    int row = start;
    int child = row * ARITY + 1;
    while (child < size) {
      int smallest = smallestChild(child);
      if (before(time, event, sequence, smallest)) {
        break;
      }
      move(smallest, row);
      row = smallest;
      child = row * ARITY + 1;
    }
    put(row, time, sequence, event);
  }

  /**
   * Which of up to four children comes first. That is a coin toss each time, so the usual case
   * (four children, all at different times) is decided by arithmetic, without a branch to
   * mispredict: the bits of doubles that are not negative are in the order of the doubles.
   */
  @SuppressWarnings("ShortCircuitBoolean") // short-circuiting is a branch
  private int smallestChild(int first) {
    if (first + ARITY > size) {
      return smallestByOrder(first);
    }
    long time0 = Double.doubleToRawLongBits(timeArray[first]);
    long time1 = Double.doubleToRawLongBits(timeArray[first + 1]);
    long time2 = Double.doubleToRawLongBits(timeArray[first + 2]);
    long time3 = Double.doubleToRawLongBits(timeArray[first + 3]);
    int second = isLess(time1, time0);
    int fourth = isLess(time3, time2);
    long left = time0 + (time1 - time0) * second;
    long right = time2 + (time3 - time2) * fourth;
    boolean tie = time0 == time1 | time2 == time3 | left == right;
    if (tie | (time0 | time1 | time2 | time3) < 0) {
      return smallestByOrder(first);
    }
    int inRight = isLess(right, left);
    return first + second + inRight * (2 + fourth - second);
  }

  /** 1 if a is less than b, else 0; neither is negative. */
  private static int isLess(long a, long b) {
    return (int) ((a - b) >>> 63);
  }

  private int smallestByOrder(int firstChild) {
    int smallest = firstChild;
    int end = Math.min(firstChild + ARITY, size);
    for (int row = firstChild + 1; row < end; row++) {
      if (before(timeArray[row], eventArray[row], sequenceArray[row], smallest)) {
        smallest = row;
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

  private void put(int row, double time, long sequence, Event event) {
    timeArray[row] = time;
    sequenceArray[row] = sequence;
    eventArray[row] = event;
    event.setRa(row);
  }
}
