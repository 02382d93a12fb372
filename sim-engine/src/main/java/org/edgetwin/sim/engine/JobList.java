package org.edgetwin.sim.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Jobs in no particular order; add and remove in O(1). A job is in at most one list at a time. */
final class JobList {
  private Job[] jobArray = new Job[16];
  private int size;

  int size() {
    return size;
  }

  Job get(int position) {
    return jobArray[position];
  }

  void add(Job job) {
    if (size == jobArray.length) {
      jobArray = Arrays.copyOf(jobArray, size * 2);
    }
    job.listPosition = size;
    jobArray[size++] = job;
  }

  void remove(Job job) {
    Job last = jobArray[--size];
    jobArray[size] = null;
    jobArray[job.listPosition] = last;
    last.listPosition = job.listPosition;
    job.listPosition = -1;
  }

  /** Hands out the index of every job. */
  void forEach(IntConsumer action) {
    for (int i = 0; i < size; i++) {
      action.accept(jobArray[i].id);
    }
  }

  /** The same list of the same jobs in a copy of the cluster. */
  JobList copy(SimulatedCluster cluster) {
    JobList copy = new JobList();
    copy.jobArray = new Job[jobArray.length];
    for (int i = 0; i < size; i++) {
      copy.jobArray[i] = cluster.job(jobArray[i].id);
    }
    copy.size = size;
    return copy;
  }
}
