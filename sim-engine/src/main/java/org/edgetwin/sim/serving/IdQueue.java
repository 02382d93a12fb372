package org.edgetwin.sim.serving;

import java.util.Arrays;

/** A queue of indices with two ends, in one growing array. */
final class IdQueue {
  private int[] idArray;
  private int first;
  private int size;

  IdQueue() {
    idArray = new int[16];
  }

  private IdQueue(IdQueue other) {
    idArray = other.idArray.clone();
    first = other.first;
    size = other.size;
  }

  IdQueue copy() {
    return new IdQueue(this);
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int first() {
    return idArray[first];
  }

  void addLast(int id) {
    grow();
    idArray[(first + size++) & (idArray.length - 1)] = id;
  }

  void addFirst(int id) {
    grow();
    first = (first - 1) & (idArray.length - 1);
    idArray[first] = id;
    size++;
  }

  int removeFirst() {
    int id = idArray[first];
    first = (first + 1) & (idArray.length - 1);
    size--;
    return id;
  }

  private void grow() {
    if (size == idArray.length) {
      int[] larger = Arrays.copyOfRange(idArray, first, first + 2 * size);
      System.arraycopy(idArray, 0, larger, size - first, first);
      idArray = larger;
      first = 0;
    }
  }
}
