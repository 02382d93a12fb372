package org.edgetwin.sim.kernel;

import java.util.Arrays;
import java.util.List;
import umontreal.ssj.simevents.Event;

/**
 * Pending events in columns: time, sequence number, event. Keys lie beside each other, so that
 * comparing two events touches neither of them unless their times are equal.
 */
abstract class EventTable {
  private static final int INITIAL_CAPACITY = 64;

  double[] timeArray = new double[INITIAL_CAPACITY];
  long[] sequenceArray = new long[INITIAL_CAPACITY];
  Event[] eventArray = new Event[INITIAL_CAPACITY];
  int size;

  /** One row; rows compare by firing order. */
  record Row(double time, long sequence, Event event) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      // Not Double.compare, for which -0.0 and 0.0 differ.
      if (time != other.time) {
        return time < other.time ? -1 : 1;
      }
      double priority = event.priority();
      double otherPriority = other.event.priority();
      if (priority != otherPriority) {
        return priority < otherPriority ? -1 : 1;
      }
      return Long.compare(sequence, other.sequence);
    }
  }

  void addRowsTo(List<Row> rows) {
    for (int i = 0; i < size; i++) {
      rows.add(new Row(timeArray[i], sequenceArray[i], eventArray[i]));
    }
  }

  /** Fills an array with the sorted times of evenly spaced rows. */
  void sampleTimes(double[] sample) {
    for (int i = 0; i < sample.length; i++) {
      sample[i] = timeArray[(int) ((long) i * size / sample.length)];
    }
    Arrays.sort(sample);
  }

  void clear() {
    truncate(0);
  }

  void truncate(int newSize) {
    Arrays.fill(eventArray, newSize, size, null);
    size = newSize;
  }

  /** Makes room for one more row. */
  void grow() {
    if (size == eventArray.length) {
      int capacity = size * 2;
      timeArray = Arrays.copyOf(timeArray, capacity);
      sequenceArray = Arrays.copyOf(sequenceArray, capacity);
      eventArray = Arrays.copyOf(eventArray, capacity);
    }
  }
}
