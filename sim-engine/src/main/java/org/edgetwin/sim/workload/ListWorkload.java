package org.edgetwin.sim.workload;

import java.util.List;
import org.edgetwin.sim.job.JobSpec;

/** A fixed list of jobs, sorted by submit time. */
public final class ListWorkload implements Workload {
  private final JobSpec[] jobArray;
  private int position;

  /**
   * The given jobs.
   *
   * @param jobs in order of submit time; equal times keep the order of the list
   * @throws IllegalArgumentException if a job is submitted before the one listed before it
   */
  public ListWorkload(List<JobSpec> jobs) {
    this(jobs.toArray(JobSpec[]::new), 0);
    for (int i = 1; i < jobArray.length; i++) {
      if (jobArray[i].submitTime() < jobArray[i - 1].submitTime()) {
        throw new IllegalArgumentException(
            "Job "
                + jobArray[i].name()
                + " is submitted at "
                + jobArray[i].submitTime()
                + " s, before the one listed before it. Maybe sort the list by submitTime.");
      }
    }
  }

  private ListWorkload(JobSpec[] jobArray, int position) {
    this.jobArray = jobArray;
    this.position = position;
  }

  @Override
  public double nextTime() {
    return position < jobArray.length ? jobArray[position].submitTime() : Double.POSITIVE_INFINITY;
  }

  @Override
  public JobSpec next() {
    return jobArray[position++];
  }

  @Override
  public ListWorkload copy() {
    return new ListWorkload(jobArray, position);
  }
}
