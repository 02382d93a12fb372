package org.edgetwin.sim.network;

/** A binary heap of links by level, lowest first, then by index. */
final class LevelHeap {
  private final int[] linkArray;
  private final double[] levelArray;
  private int size;

  LevelHeap(int capacity) {
    linkArray = new int[capacity];
    levelArray = new double[capacity];
  }

  boolean isEmpty() {
    return size == 0;
  }

  int firstLink() {
    return linkArray[0];
  }

  double firstLevel() {
    return levelArray[0];
  }

  /** Appends a link without order; {@link #order} must follow. */
  void append(int link, double level) {
    linkArray[size] = link;
    levelArray[size++] = level;
  }

  void order() {
    for (int place = size / 2 - 1; place >= 0; place--) {
      sink(place, linkArray[place], levelArray[place]);
    }
  }

  void clear() {
    size = 0;
  }

  void removeFirst() {
    size--;
    if (size > 0) {
      sink(0, linkArray[size], levelArray[size]);
    }
  }

  /** Gives the first link a higher level. */
  void raiseFirst(double level) {
    sink(0, linkArray[0], level);
  }

  private void sink(int start, int link, double level) {
    int place = start;
    while (2 * place + 1 < size) {
      int child = 2 * place + 1;
      if (child + 1 < size && isBefore(child + 1, linkArray[child], levelArray[child])) {
        child++;
      }
      if (!isBefore(child, link, level)) {
        break;
      }
      linkArray[place] = linkArray[child];
      levelArray[place] = levelArray[child];
      place = child;
    }
    linkArray[place] = link;
    levelArray[place] = level;
  }

  private boolean isBefore(int place, int link, double level) {
    return levelArray[place] < level || (levelArray[place] == level && linkArray[place] < link);
  }
}
