package org.edgetwin.sim.policies;

import java.util.Arrays;

/** Some consecutive steps of a {@link Profile}. */
final class ProfileBlock {
  private static final int CAPACITY = 128;

  private double[] timeArray = new double[8];
  private int[] freeArray = new int[8];
  private int size;

  /** To be added to every value; {@code min} and {@code max} are without it. */
  private int offset;

  private int min;
  private int max;

  int size() {
    return size;
  }

  boolean isFull() {
    return size == CAPACITY;
  }

  double time(int i) {
    return timeArray[i];
  }

  double lastTime() {
    return timeArray[size - 1];
  }

  int free(int i) {
    return freeArray[i] + offset;
  }

  int min() {
    return min + offset;
  }

  int max() {
    return max + offset;
  }

  void insert(int position, double time, int free) {
    if (size == timeArray.length) {
      timeArray = Arrays.copyOf(timeArray, size * 2);
      freeArray = Arrays.copyOf(freeArray, size * 2);
    }
    System.arraycopy(timeArray, position, timeArray, position + 1, size - position);
    System.arraycopy(freeArray, position, freeArray, position + 1, size - position);
    timeArray[position] = time;
    freeArray[position] = free - offset;
    size++;
    refreshBounds();
  }

  /**
   * Lets a step begin at a time, with the value that holds there; nothing before the first step.
   */
  void makeStep(double time) {
    int found = Arrays.binarySearch(timeArray, 0, size, time);
    int position = -found - 1;
    if (found < 0 && position > 0) {
      insert(position, time, free(position - 1));
    }
  }

  /** Changes the values of the steps that begin in an interval. */
  void change(double start, double end, int gpus) {
    if (timeArray[0] >= start && timeArray[size - 1] < end) {
      offset += gpus;
      return;
    }
    for (int i = 0; i < size; i++) {
      if (timeArray[i] >= start && timeArray[i] < end) {
        freeArray[i] += gpus;
      }
    }
    refreshBounds();
  }

  void advance(double now) {
    int first = 0;
    while (first + 1 < size && timeArray[first + 1] <= now) {
      first++;
    }
    if (first > 0) {
      size -= first;
      System.arraycopy(timeArray, first, timeArray, 0, size);
      System.arraycopy(freeArray, first, freeArray, 0, size);
      refreshBounds();
    }
    timeArray[0] = Math.max(timeArray[0], now);
  }

  private void refreshBounds() {
    min = freeArray[0];
    max = freeArray[0];
    for (int i = 1; i < size; i++) {
      min = Math.min(min, freeArray[i]);
      max = Math.max(max, freeArray[i]);
    }
  }

  /** Takes the later half out. */
  ProfileBlock splitOff() {
    ProfileBlock later = new ProfileBlock();
    int half = size / 2;
    later.timeArray = Arrays.copyOfRange(timeArray, half, half + CAPACITY);
    later.freeArray = Arrays.copyOfRange(freeArray, half, half + CAPACITY);
    later.size = size - half;
    later.offset = offset;
    later.refreshBounds();
    size = half;
    refreshBounds();
    return later;
  }

  ProfileBlock copy() {
    ProfileBlock copy = new ProfileBlock();
    copy.timeArray = timeArray.clone();
    copy.freeArray = freeArray.clone();
    copy.size = size;
    copy.offset = offset;
    copy.min = min;
    copy.max = max;
    return copy;
  }
}
