package org.edgetwin.reports.page;

import org.edgetwin.sim.job.JobState;

/** What became of a job, as the metrics count it. */
enum Outcome {
  FINISHED("finished", "Jobs that ended well"),
  UNFINISHED("unfinished", "Jobs still queued or running when the run stopped"),
  FAILED("failed", "Jobs that lost their machine too often, hit their limit, or were cancelled"),
  REJECTED("rejected", "Jobs that could never run on this fleet, even if it were empty");

  private final String label;
  private final String explanation;

  Outcome(String label, String explanation) {
    this.label = label;
    this.explanation = explanation;
  }

  static Outcome of(JobState state) {
    return switch (state) {
      case DONE -> FINISHED;
      case QUEUED, STAGING, RESTARTING, RUNNING, CHECKPOINTING, PAUSED -> UNFINISHED;
      case FAILED, CANCELLED -> FAILED;
      case REJECTED -> REJECTED;
    };
  }

  String explanation() {
    return explanation;
  }

  @Override
  public String toString() {
    return label;
  }
}
