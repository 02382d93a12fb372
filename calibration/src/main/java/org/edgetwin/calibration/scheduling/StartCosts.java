package org.edgetwin.calibration.scheduling;

import java.util.List;

/**
 * What the time with GPUs held consists of: {@code slowdown x work + startSeconds x starts}.
 *
 * @param slowdown time of an iteration in the run over that of its profile
 * @param startSeconds seconds with the GPUs held and no progress, at every start
 */
record StartCosts(double slowdown, double startSeconds) {
  /**
   * Least squares of the relative errors over the jobs of some runs: their held times against what
   * they had to do and how often they were started.
   */
  static StartCosts fit(List<TestbedJob> jobs, List<MeasuredRun> runs) {
    double workWork = 0;
    double workStarts = 0;
    double startsStarts = 0;
    double workSum = 0;
    double startsSum = 0;
    for (MeasuredRun run : runs) {
      for (MeasuredRun.Outcome outcome : run.jobs()) {
        double work = jobs.get(outcome.job()).workSeconds() / outcome.executedSeconds();
        double starts = outcome.starts() / outcome.executedSeconds();
        workWork += work * work;
        workStarts += work * starts;
        startsStarts += starts * starts;
        workSum += work;
        startsSum += starts;
      }
    }
    double determinant = workWork * startsStarts - workStarts * workStarts;
    return new StartCosts(
        (workSum * startsStarts - startsSum * workStarts) / determinant,
        (startsSum * workWork - workSum * workStarts) / determinant);
  }
}
