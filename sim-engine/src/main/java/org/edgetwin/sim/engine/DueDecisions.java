package org.edgetwin.sim.engine;

/** The virtual clusters whose schedulers are to be asked at this instant, lowest index first. */
final class DueDecisions {
  private final boolean[] dueArray;
  private int count;

  DueDecisions(int virtualClusters) {
    this(new boolean[virtualClusters], 0);
  }

  private DueDecisions(boolean[] dueArray, int count) {
    this.dueArray = dueArray;
    this.count = count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  void add(int virtualCluster) {
    if (!dueArray[virtualCluster]) {
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

  DueDecisions copy() {
    return new DueDecisions(dueArray.clone(), count);
  }
}
