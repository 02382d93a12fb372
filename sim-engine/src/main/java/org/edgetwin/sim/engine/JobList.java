package org.edgetwin.sim.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Jobs by index, in no particular order; add and remove in O(1). A job is in at most one list at a
 * time.
 */
final class JobList {
  private int[] idArray = new int[16];
  private int size;

  int size() {
    return size;
  }

  int get(int position) {
    return idArray[position];
  }

  void add(Job job) {
    if (size == idArray.length) {
      idArray = Arrays.copyOf(idArray, size * 2);
    }
    job.listPosition = size;
    idArray[size++] = job.id;
  }

  void remove(Job job, SimulatedCluster cluster) {
    int last = idArray[--size];
    idArray[job.listPosition] = last;
    cluster.job(last).listPosition = job.listPosition;
    job.listPosition = -1;
  }

  void forEach(IntConsumer action) {
    for (int i = 0; i < size; i++) {
      action.accept(idArray[i]);
    }
  }

  JobList copy() {
    JobList copy = new JobList();
    copy.idArray = idArray.clone();
    copy.size = size;
    return copy;
  }
}
