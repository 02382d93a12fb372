package org.edgetwin.sim.policies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Queued jobs by key, kept apart by shape: when one job of a shape does not fit, the others need
 * not be looked at. So a pass that skips what does not fit costs as much as there are shapes and
 * starts, not as there are jobs.
 *
 * <p>Order: key, then index of the job. Each job is here at most once.
 */
final class ShapeQueues {
  private final List<KeyHeap> heapByShape;

  /** Shapes with queued jobs, by their first job; kept as a heap over the firsts. */
  private int[] openArray = new int[8];

  private int openCount;

  /** Shapes set aside for the rest of the pass. */
  private int[] excludedArray = new int[8];

  private int excludedCount;

  /** Jobs set aside for the rest of the pass: shape, key, index. */
  private final List<Aside> asideList;

  private record Aside(int shape, double key, int id) {}

  ShapeQueues() {
    this(new ArrayList<>(), new ArrayList<>());
  }

  private ShapeQueues(List<KeyHeap> heapByShape, List<Aside> asideList) {
    this.heapByShape = heapByShape;
    this.asideList = asideList;
  }

  /** Takes back what the last pass set aside. */
  void beginPass() {
    for (Aside aside : asideList) {
      heapByShape.get(aside.shape()).add(aside.key(), aside.id());
    }
    if (asideList.isEmpty() && excludedCount == 0) {
      return;
    }
    asideList.clear();
    excludedCount = 0;
    rebuildOpen();
  }

  private void rebuildOpen() {
    openCount = 0;
    for (int shape = 0; shape < heapByShape.size(); shape++) {
      if (!heapByShape.get(shape).isEmpty()) {
        openShape(shape);
      }
    }
  }

  void add(int shape, double key, int id) {
    beginPass();
    while (heapByShape.size() <= shape) {
      heapByShape.add(new KeyHeap());
    }
    KeyHeap heap = heapByShape.get(shape);
    boolean wasEmpty = heap.isEmpty();
    heap.add(key, id);
    if (wasEmpty) {
      openShape(shape);
    } else if (heap.firstId() == id) {
      siftUp(positionOf(shape));
    }
  }

  /** Takes out a job that left the queue without being started here. */
  void remove(int shape, int id) {
    beginPass();
    if (shape < heapByShape.size() && heapByShape.get(shape).remove(id)) {
      rebuildOpen();
    }
  }

  /** Takes all jobs out. */
  void clear() {
    heapByShape.replaceAll(heap -> new KeyHeap());
    asideList.clear();
    openCount = 0;
    excludedCount = 0;
  }

  boolean isEmpty() {
    return openCount == 0;
  }

  /** The first job of the shapes that are not excluded. */
  int firstId() {
    return heapByShape.get(openArray[0]).firstId();
  }

  double firstKey() {
    return heapByShape.get(openArray[0]).firstKey();
  }

  /** Takes the first job out. */
  void removeFirst() {
    KeyHeap heap = heapByShape.get(openArray[0]);
    heap.removeFirst();
    if (heap.isEmpty()) {
      closeFirstShape();
    } else {
      siftDown(0);
    }
  }

  /** Sets the first job aside until the next pass. */
  void setFirstAside() {
    asideList.add(new Aside(openArray[0], firstKey(), firstId()));
    removeFirst();
  }

  /** Excludes the shape of the first job until the next pass. */
  void excludeFirstShape() {
    if (excludedCount == excludedArray.length) {
      excludedArray = Arrays.copyOf(excludedArray, excludedCount * 2);
    }
    excludedArray[excludedCount++] = openArray[0];
    closeFirstShape();
  }

  private void closeFirstShape() {
    openArray[0] = openArray[--openCount];
    if (openCount > 0) {
      siftDown(0);
    }
  }

  private void openShape(int shape) {
    if (openCount == openArray.length) {
      openArray = Arrays.copyOf(openArray, openCount * 2);
    }
    openArray[openCount++] = shape;
    siftUp(openCount - 1);
  }

  private int positionOf(int shape) {
    for (int i = 0; i < openCount; i++) {
      if (openArray[i] == shape) {
        return i;
      }
    }
    throw new IllegalStateException("Shape " + shape + " is not open.");
  }

  private void siftUp(int start) {
    int position = start;
    while (position > 0) {
      int parent = (position - 1) >>> 1;
      if (!before(openArray[position], openArray[parent])) {
        return;
      }
      swap(position, parent);
      position = parent;
    }
  }

  private void siftDown(int start) {
    int position = start;
    int child;
    while ((child = 2 * position + 1) < openCount) {
      if (child + 1 < openCount && before(openArray[child + 1], openArray[child])) {
        child++;
      }
      if (!before(openArray[child], openArray[position])) {
        return;
      }
      swap(position, child);
      position = child;
    }
  }

  private void swap(int a, int b) {
    int shape = openArray[a];
    openArray[a] = openArray[b];
    openArray[b] = shape;
  }

  private boolean before(int shape, int other) {
    KeyHeap a = heapByShape.get(shape);
    KeyHeap b = heapByShape.get(other);
    return a.firstKey() < b.firstKey()
        || (a.firstKey() == b.firstKey() && a.firstId() < b.firstId());
  }

  ShapeQueues copy() {
    ShapeQueues copy =
        new ShapeQueues(
            new ArrayList<>(heapByShape.stream().map(KeyHeap::copy).toList()),
            new ArrayList<>(asideList));
    copy.openArray = openArray.clone();
    copy.openCount = openCount;
    copy.excludedArray = excludedArray.clone();
    copy.excludedCount = excludedCount;
    return copy;
  }
}
