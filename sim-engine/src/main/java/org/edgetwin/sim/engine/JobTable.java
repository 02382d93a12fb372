package org.edgetwin.sim.engine;

import java.util.Arrays;

/** The jobs in the system by index; null once they have ended and only their record is left. */
final class JobTable {
  private Job[] jobArray;
  private int count;

  /** Jobs that have not ended, replicas of services apart. */
  private int inSystem;

  private int queuedJobs;
  private int queuedGpus;

  JobTable() {
    jobArray = new Job[64];
  }

  /** For a fork. */
  JobTable(JobTable other, SimulatedCluster cluster) {
    count = other.count;
    inSystem = other.inSystem;
    queuedJobs = other.queuedJobs;
    queuedGpus = other.queuedGpus;
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
    inSystem += job.replica ? 0 : 1;
    return job;
  }

  void remove(Job job) {
    jobArray[job.id] = null;
    inSystem -= job.replica ? 0 : 1;
  }

  /** Whether every job has ended; replicas of services do not matter. */
  boolean allEnded() {
    return inSystem == 0;
  }

  /** A job has come to a queue (1) or gone from it (-1). */
  void changeQueue(Job job, int change) {
    queuedJobs += change;
    queuedGpus += change * job.gpus();
  }

  /** Jobs in all queues. */
  int queuedJobs() {
    return queuedJobs;
  }

  /** GPUs that they want. */
  int queuedGpus() {
    return queuedGpus;
  }
}
