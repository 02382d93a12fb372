package org.edgetwin.sim.network;

import java.util.Arrays;

/** An indexed binary heap of flows by finish time, then by serial number of the flow. */
final class FinishHeap {
  private static final int ABSENT = -1;

  private int[] heapArray = new int[16];
  private int[] placeArray = new int[0];
  private double[] timeArray = new double[0];
  private long[] serialArray = new long[0];
  private int size;

  FinishHeap() {}

  FinishHeap(FinishHeap other) {
    heapArray = other.heapArray.clone();
    placeArray = other.placeArray.clone();
    timeArray = other.timeArray.clone();
    serialArray = other.serialArray.clone();
    size = other.size;
  }

  int first() {
    return heapArray[0];
  }

  /** Positive infinity if there is none. */
  double firstTime() {
    return size == 0 ? Double.POSITIVE_INFINITY : timeArray[heapArray[0]];
  }

  /** Sets when a flow ends; adds it if it is new. */
  void set(int slot, long serial, double time) {
    if (slot >= placeArray.length) {
      int before = placeArray.length;
      int longer = Math.max(slot + 1, Math.max(16, 2 * before));
      placeArray = Arrays.copyOf(placeArray, longer);
      Arrays.fill(placeArray, before, longer, ABSENT);
      timeArray = Arrays.copyOf(timeArray, longer);
      serialArray = Arrays.copyOf(serialArray, longer);
    }
    timeArray[slot] = time;
    serialArray[slot] = serial;
    int place = placeArray[slot];
    if (place == ABSENT) {
      if (size == heapArray.length) {
        heapArray = Arrays.copyOf(heapArray, 2 * size);
      }
      place = size++;
    }
    settle(place, slot);
  }

  /** Takes a flow out; does nothing if it is not in. */
  void remove(int slot) {
    if (slot >= placeArray.length || placeArray[slot] == ABSENT) {
      return;
    }
    int place = placeArray[slot];
    placeArray[slot] = ABSENT;
    int last = heapArray[--size];
    if (last != slot) {
      settle(place, last);
    }
  }

  /** Puts a flow where it belongs, at or above or below a free place. */
  private void settle(int start, int slot) {
    int place = start;
    while (place > 0 && isBefore(slot, heapArray[(place - 1) / 2])) {
      put(place, heapArray[(place - 1) / 2]);
      place = (place - 1) / 2;
    }
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && isBefore(heapArray[child + 1], heapArray[child])) {
        child++;
      }
      if (!isBefore(heapArray[child], slot)) {
        break;
      }
      put(place, heapArray[child]);
      place = child;
    }
    put(place, slot);
  }

  private void put(int place, int slot) {
    heapArray[place] = slot;
    placeArray[slot] = place;
  }

  private boolean isBefore(int slot, int other) {
    double time = timeArray[slot];
    double otherTime = timeArray[other];
    return time < otherTime || (time == otherTime && serialArray[slot] < serialArray[other]);
  }
}
