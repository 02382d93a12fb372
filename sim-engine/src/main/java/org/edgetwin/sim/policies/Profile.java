package org.edgetwin.sim.policies;

import java.util.Arrays;

/**
 * Free GPUs over future time: a step function. {@code free[i]} holds from {@code time[i]} to {@code
 * time[i + 1]}, the last one for ever. Operations are linear in the number of steps.
 */
final class Profile {
  private double[] timeArray = new double[16];
  private int[] freeArray = new int[16];
  private int size = 1;

  /** So many free GPUs from a time on, for ever. */
  Profile(double time, int free) {
    timeArray[0] = time;
    freeArray[0] = free;
  }

  private Profile() {}

  /** Forgets what lies before a time. */
  void advance(double now) {
    int first = 0;
    while (first + 1 < size && timeArray[first + 1] <= now) {
      first++;
    }
    if (first > 0) {
      size -= first;
      System.arraycopy(timeArray, first, timeArray, 0, size);
      System.arraycopy(freeArray, first, freeArray, 0, size);
    }
    timeArray[0] = Math.max(timeArray[0], now);
  }

  /**
   * The earliest time, now or later, from which so many GPUs are free for so long; positive
   * infinity if never.
   */
  double earliest(int gpus, double duration) {
    double start = timeArray[0];
    boolean open = false;
    for (int i = 0; i < size; i++) {
      if (freeArray[i] < gpus) {
        open = false;
      } else if (!open) {
        start = timeArray[i];
        open = true;
      }
      if (open && (i + 1 == size || timeArray[i + 1] >= start + duration)) {
        return start;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /** Changes the free GPUs in an interval; the end may be infinite. */
  void change(double start, double end, int gpus) {
    int from = stepAt(start);
    int to = end == Double.POSITIVE_INFINITY ? size : stepAt(end);
    for (int i = from; i < to; i++) {
      freeArray[i] += gpus;
    }
  }

  /** The step that begins at a time; made if there is none. */
  private int stepAt(double time) {
    int found = Arrays.binarySearch(timeArray, 0, size, time);
    if (found >= 0) {
      return found;
    }
    int position = -found - 1;
    if (position == 0) {
      // The past is of no interest.
      return 0;
    }
    if (size == timeArray.length) {
      timeArray = Arrays.copyOf(timeArray, size * 2);
      freeArray = Arrays.copyOf(freeArray, size * 2);
    }
    System.arraycopy(timeArray, position, timeArray, position + 1, size - position);
    System.arraycopy(freeArray, position, freeArray, position + 1, size - position);
    timeArray[position] = time;
    freeArray[position] = freeArray[position - 1];
    size++;
    return position;
  }

  Profile copy() {
    Profile copy = new Profile();
    copy.timeArray = timeArray.clone();
    copy.freeArray = freeArray.clone();
    copy.size = size;
    return copy;
  }
}
