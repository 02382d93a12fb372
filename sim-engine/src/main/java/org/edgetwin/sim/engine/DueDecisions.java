package org.edgetwin.sim.engine;

/** The virtual clusters whose schedulers are to be asked at this instant, lowest index first. */
final class DueDecisions {
  private final boolean[] dueArray;

  /** Those whose scheduler still thinks of its last decision. */
  private final boolean[] heldArray;

  /** Those of them for whom something has happened since. */
  private final boolean[] missedArray;

  private int count;

  DueDecisions(int virtualClusters) {
    this(
        new boolean[virtualClusters],
        new boolean[virtualClusters],
        new boolean[virtualClusters],
        0);
  }

  private DueDecisions(boolean[] dueArray, boolean[] heldArray, boolean[] missedArray, int count) {
    this.dueArray = dueArray;
    this.heldArray = heldArray;
    this.missedArray = missedArray;
    this.count = count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  void add(int virtualCluster) {
    if (heldArray[virtualCluster]) {
      missedArray[virtualCluster] = true;
    } else if (!dueArray[virtualCluster]) {
      dueArray[virtualCluster] = true;
      count++;
    }
  }

  void addAll() {
    for (int vc = 0; vc < dueArray.length; vc++) {
      add(vc);
    }
  }

  void remove(int virtualCluster) {
    if (dueArray[virtualCluster]) {
      dueArray[virtualCluster] = false;
      count--;
    }
  }

  /** Takes the first one out; there must be one. */
  int removeFirst() {
    int first = 0;
    while (!dueArray[first]) {
      first++;
    }
    remove(first);
    return first;
  }

  /** Nobody is asked for a virtual cluster until {@link #release}. */
  void hold(int virtualCluster) {
    remove(virtualCluster);
    heldArray[virtualCluster] = true;
  }

  /** Whether something has happened since {@link #hold}. */
  boolean hasMissed(int virtualCluster) {
    return missedArray[virtualCluster];
  }

  /**
   * The scheduler is free again.
   *
   * @param due whether it is to be asked at once
   */
  void release(int virtualCluster, boolean due) {
    heldArray[virtualCluster] = false;
    missedArray[virtualCluster] = false;
    if (due) {
      add(virtualCluster);
    }
  }

  DueDecisions copy() {
    return new DueDecisions(dueArray.clone(), heldArray.clone(), missedArray.clone(), count);
  }
}
