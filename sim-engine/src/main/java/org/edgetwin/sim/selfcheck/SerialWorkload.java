package org.edgetwin.sim.selfcheck;

import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.workload.JobEnd;
import org.edgetwin.sim.workload.Workload;

/** Equal jobs one at a time: the next is submitted when the one before has ended. */
final class SerialWorkload implements Workload {
  private final double workSeconds;
  private final Recovery recovery;
  private final int count;
  private int submittedCount;
  private double nextTime;
  private double responseSum;

  SerialWorkload(int count, double workSeconds, Recovery recovery) {
    this.count = count;
    this.workSeconds = workSeconds;
    this.recovery = recovery;
  }

  @Override
  public double nextTime() {
    return nextTime;
  }

  @Override
  public JobSpec next() {
    JobSpec job = Jobs.recovering(nextTime, workSeconds, recovery);
    submittedCount++;
    nextTime = Double.POSITIVE_INFINITY;
    return job;
  }

  @Override
  public boolean isClosedLoop() {
    return true;
  }

  @Override
  public void onEnd(JobEnd end) {
    responseSum += end.time() - end.job().submitTime();
    if (submittedCount < count) {
      nextTime = end.time();
    }
  }

  /** Mean time from submission to end of the jobs so far. */
  double meanResponse() {
    return responseSum / submittedCount;
  }

  @Override
  public Workload copy() {
    SerialWorkload copy = new SerialWorkload(count, workSeconds, recovery);
    copy.submittedCount = submittedCount;
    copy.nextTime = nextTime;
    copy.responseSum = responseSum;
    return copy;
  }
}
