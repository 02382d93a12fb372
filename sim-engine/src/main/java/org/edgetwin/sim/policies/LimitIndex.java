package org.edgetwin.sim.policies;

import java.util.Arrays;

/**
 * Queued jobs of one shape in order of their index, with their limits; finds the first whose limit
 * is small enough in O(log n). A segment tree of minima over slots in order; a removed job leaves
 * an infinite limit until the slots are packed.
 */
final class LimitIndex {
  private static final double GONE = Double.POSITIVE_INFINITY;

  private int capacity = 8;
  private int[] idArray = new int[capacity];
  private double[] minimumArray = newTree(capacity);
  private int slots;
  private int jobs;

  private static double[] newTree(int capacity) {
    double[] tree = new double[2 * capacity];
    Arrays.fill(tree, GONE);
    return tree;
  }

  boolean isEmpty() {
    return jobs == 0;
  }

  /** Adds a job; an infinite limit counts as the largest finite one. */
  void add(int id, double limit) {
    double finite = Math.min(limit, Double.MAX_VALUE);
    // An equal index is the gap that the job itself left when it was last here.
    if (slots > 0 && id <= idArray[slots - 1]) {
      rebuildWith(id, finite);
      return;
    }
    if (slots == capacity) {
      pack();
    }
    idArray[slots] = id;
    set(slots++, finite);
    jobs++;
  }

  void remove(int id) {
    int slot = Arrays.binarySearch(idArray, 0, slots, id);
    if (slot >= 0 && minimumArray[capacity + slot] != GONE) {
      set(slot, GONE);
      jobs--;
    }
  }

  /** The limit of a job that is here. */
  double limit(int id) {
    return minimumArray[capacity + Arrays.binarySearch(idArray, 0, slots, id)];
  }

  /** The first job, or -1. */
  int first() {
    return firstWithin(0, Double.MAX_VALUE);
  }

  /**
   * The first job with {@code now + limit <= end}, or -1. The sum is the one a backfilling
   * scheduler compares, so that equality means equality.
   */
  int firstWithin(double now, double shadowTime) {
    // No bound at all must still not let a gap pass.
    double end = Math.min(shadowTime, Double.MAX_VALUE);
    if (jobs == 0 || !(now + minimumArray[1] <= end)) {
      return -1;
    }
    int node = 1;
    while (node < capacity) {
      node *= 2;
      if (!(now + minimumArray[node] <= end)) {
        node++;
      }
    }
    return idArray[node - capacity];
  }

  private void set(int slot, double limit) {
    int node = capacity + slot;
    minimumArray[node] = limit;
    while (node > 1) {
      node /= 2;
      minimumArray[node] = Math.min(minimumArray[2 * node], minimumArray[2 * node + 1]);
    }
  }

  /** Drops the gaps; doubles the room if more than half is in use. */
  private void pack() {
    rebuild(idArray, Arrays.copyOfRange(minimumArray, capacity, capacity + slots), slots, -1, GONE);
  }

  private void rebuildWith(int id, double limit) {
    rebuild(
        idArray, Arrays.copyOfRange(minimumArray, capacity, capacity + slots), slots, id, limit);
  }

  private void rebuild(int[] ids, double[] limits, int count, int newId, double newLimit) {
    int needed = jobs + 1;
    capacity = Integer.highestOneBit(Math.max(8, 2 * needed - 1)) * 2;
    idArray = new int[capacity];
    minimumArray = newTree(capacity);
    slots = 0;
    boolean inserted = newLimit == GONE;
    for (int i = 0; i < count; i++) {
      if (!inserted && ids[i] > newId) {
        place(newId, newLimit);
        jobs++;
        inserted = true;
      }
      if (limits[i] != GONE) {
        place(ids[i], limits[i]);
      }
    }
    if (!inserted) {
      place(newId, newLimit);
      jobs++;
    }
    for (int node = capacity - 1; node > 0; node--) {
      minimumArray[node] = Math.min(minimumArray[2 * node], minimumArray[2 * node + 1]);
    }
  }

  private void place(int id, double limit) {
    idArray[slots] = id;
    minimumArray[capacity + slots++] = limit;
  }

  LimitIndex copy() {
    LimitIndex copy = new LimitIndex();
    copy.capacity = capacity;
    copy.idArray = idArray.clone();
    copy.minimumArray = minimumArray.clone();
    copy.slots = slots;
    copy.jobs = jobs;
    return copy;
  }
}
