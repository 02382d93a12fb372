package org.edgetwin.sim.policies;

import java.util.Arrays;

/** A binary heap of jobs by key, then by index. Smallest first. */
final class KeyHeap {
  private double[] keyArray = new double[8];
  private int[] idArray = new int[8];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  int firstId() {
    return idArray[0];
  }

  double firstKey() {
    return keyArray[0];
  }

  void add(double key, int id) {
    if (size == idArray.length) {
      keyArray = Arrays.copyOf(keyArray, size * 2);
      idArray = Arrays.copyOf(idArray, size * 2);
    }
    siftUp(size++, key, id);
  }

  void removeFirst() {
    removeAt(0);
  }

  /** Removes a job wherever it is, in time linear in the size; false if it is not here. */
  boolean remove(int id) {
    for (int i = 0; i < size; i++) {
      if (idArray[i] == id) {
        removeAt(i);
        return true;
      }
    }
    return false;
  }

  private void removeAt(int position) {
    size--;
    double key = keyArray[size];
    int id = idArray[size];
    if (position == size) {
      return;
    }
    if (position > 0 && before(key, id, (position - 1) >>> 1)) {
      siftUp(position, key, id);
    } else {
      siftDown(position, key, id);
    }
  }

  private void siftUp(int start, double key, int id) {
    int position = start;
    while (position > 0) {
      int parent = (position - 1) >>> 1;
      if (!before(key, id, parent)) {
        break;
      }
      keyArray[position] = keyArray[parent];
      idArray[position] = idArray[parent];
      position = parent;
    }
    keyArray[position] = key;
    idArray[position] = id;
  }

  private void siftDown(int start, double key, int id) {
    int position = start;
    int child;
    while ((child = 2 * position + 1) < size) {
      if (child + 1 < size && before(keyArray[child + 1], idArray[child + 1], child)) {
        child++;
      }
      if (before(key, id, child)) {
        break;
      }
      keyArray[position] = keyArray[child];
      idArray[position] = idArray[child];
      position = child;
    }
    keyArray[position] = key;
    idArray[position] = id;
  }

  private boolean before(double key, int id, int other) {
    return key < keyArray[other] || (key == keyArray[other] && id < idArray[other]);
  }

  KeyHeap copy() {
    KeyHeap copy = new KeyHeap();
    copy.keyArray = keyArray.clone();
    copy.idArray = idArray.clone();
    copy.size = size;
    return copy;
  }
}
