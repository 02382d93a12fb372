package org.edgetwin.sim.selfcheck;

import org.edgetwin.sim.job.JobState;
import org.edgetwin.sim.workload.JobEnd;

/** Sums over the ends of jobs. */
final class ResponseTally {
  private double responseSum;
  private int doneCount;
  private int waitedCount;
  private int endedCount;

  ResponseTally() {}

  ResponseTally(ResponseTally other) {
    responseSum = other.responseSum;
    doneCount = other.doneCount;
    waitedCount = other.waitedCount;
    endedCount = other.endedCount;
  }

  void add(JobEnd end) {
    endedCount++;
    if (end.state() == JobState.DONE) {
      doneCount++;
      responseSum += end.time() - end.job().submitTime();
      waitedCount += end.firstStartTime() > end.job().submitTime() ? 1 : 0;
    }
  }

  /** Mean time from submission to end of the jobs that were served. */
  double meanResponse() {
    return responseSum / doneCount;
  }

  /** Share of the served jobs that did not start at once. */
  double waitedShare() {
    return (double) waitedCount / doneCount;
  }

  /** Share of all jobs that were turned away. */
  double turnedAwayShare() {
    return 1 - (double) doneCount / endedCount;
  }
}
