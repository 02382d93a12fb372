package org.edgetwin.sim.network;

import java.util.Arrays;

/** A set of small numbers that remembers the order in which they came. */
final class SlotSet {
  private static final int ABSENT = 0;

  private int[] slotArray = new int[16];

  /** Place of a slot plus 1; {@link #ABSENT} if it is not in the set. */
  private int[] placeArray = new int[16];

  private int size;

  int size() {
    return size;
  }

  /** The slots in the order in which they came; valid up to {@link #size}. */
  int[] array() {
    return slotArray;
  }

  /** Adds a slot; returns whether it was new. */
  boolean add(int slot) {
    if (slot >= placeArray.length) {
      placeArray = Arrays.copyOf(placeArray, Math.max(slot + 1, 2 * placeArray.length));
    }
    if (placeArray[slot] != ABSENT) {
      return false;
    }
    if (size == slotArray.length) {
      slotArray = Arrays.copyOf(slotArray, 2 * size);
    }
    slotArray[size++] = slot;
    placeArray[slot] = size;
    return true;
  }

  /** Takes a slot out; the last one fills its place. */
  void remove(int slot) {
    if (slot < placeArray.length && placeArray[slot] != ABSENT) {
      int place = placeArray[slot] - 1;
      int last = slotArray[--size];
      slotArray[place] = last;
      placeArray[last] = place + 1;
      placeArray[slot] = ABSENT;
    }
  }

  /** Whether a slot was one of the first to come. */
  boolean isAmongFirst(int slot, int count) {
    return slot < placeArray.length && placeArray[slot] != ABSENT && placeArray[slot] <= count;
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      placeArray[slotArray[i]] = ABSENT;
    }
    size = 0;
  }
}
