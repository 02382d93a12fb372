package org.edgetwin.sim.engine;

import java.util.Arrays;

/** The jobs in the system by index; null once they have ended and only their record is left. */
final class JobTable {
  private Job[] jobArray;
  private int count;

  JobTable() {
    jobArray = new Job[64];
  }

  /** For a fork. */
  JobTable(JobTable other, SimulatedCluster cluster) {
    count = other.count;
    jobArray = new Job[other.jobArray.length];
    for (int id = 0; id < count; id++) {
      Job job = other.jobArray[id];
      jobArray[id] = job == null ? null : new Job(job, cluster);
    }
  }

  /** How many there were so far. */
  int count() {
    return count;
  }

  Job get(int id) {
    return jobArray[id];
  }

  /** Takes in a job whose id is {@link #count}. */
  Job add(Job job) {
    if (count == jobArray.length) {
      jobArray = Arrays.copyOf(jobArray, 2 * count);
    }
    jobArray[count++] = job;
    return job;
  }

  void remove(Job job) {
    jobArray[job.id] = null;
  }
}
