package org.edgetwin.sim.metrics;

import java.util.List;
import org.edgetwin.sim.job.JobState;

/**
 * Which jobs are measured. A run that starts with an empty cluster flatters every scheduler; jobs
 * submitted during the warm-up are simulated and counted, but are not in the metrics of measured
 * jobs.
 */
public sealed interface WarmUp {
  /** Everything is measured: right for a replayed trace and for a run that drains to the end. */
  WarmUp NONE = new None();

  /** Submission time from which jobs are measured, seconds since the start of the run. */
  double endTime(RunResult result);

  /** In words, for reports. */
  String describe();

  /** Nothing is deleted. */
  record None() implements WarmUp {
    @Override
    public double endTime(RunResult result) {
      return 0;
    }

    @Override
    public String describe() {
      return "no warm-up: all jobs are measured";
    }
  }

  /**
   * A fixed time.
   *
   * @param seconds since the start of the run
   */
  record Fixed(double seconds) implements WarmUp {
    public Fixed {
      if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("The warm-up (" + seconds + " s) is not a duration.");
      }
    }

    @Override
    public double endTime(RunResult result) {
      return seconds;
    }

    @Override
    public String describe() {
      return "jobs submitted in the first " + seconds + " s are not measured";
    }
  }

  /**
   * The first jobs, by order of submission.
   *
   * @param fraction in [0, 1)
   */
  record FirstJobs(double fraction) implements WarmUp {
    public FirstJobs {
      if (!(fraction >= 0 && fraction < 1)) {
        throw new IllegalArgumentException(
            "The warm-up fraction (" + fraction + ") is not in [0, 1). Maybe a percentage?");
      }
    }

    @Override
    public double endTime(RunResult result) {
      int deleted = (int) (fraction * result.jobs().size());
      return deleted == 0 ? 0 : result.jobs().get(deleted).submitTime();
    }

    @Override
    public String describe() {
      return "the first " + 100 * fraction + " % of the jobs are not measured";
    }
  }

  /**
   * Some jobs in a row, by order of submission. Jobs before and after them load the cluster.
   *
   * @param first the first job that is measured, from 0
   * @param last the last one
   */
  record Window(int first, int last) implements WarmUp {
    public Window {
      if (first < 0 || last < first) {
        throw new IllegalArgumentException(
            "The jobs " + first + " to " + last + " are no window. Maybe swap them.");
      }
    }

    @Override
    public double endTime(RunResult result) {
      return first < result.jobs().size()
          ? result.jobs().get(first).submitTime()
          : Double.POSITIVE_INFINITY;
    }

    /** Submission time of the last job that is measured, seconds since the start of the run. */
    double lastTime(RunResult result) {
      return last < result.jobs().size()
          ? result.jobs().get(last).submitTime()
          : Double.POSITIVE_INFINITY;
    }

    @Override
    public String describe() {
      return "only jobs " + first + " to " + last + " in order of submission are measured";
    }
  }

  /**
   * The marginal standard error rule on batches of five completion times, in order of submission
   * [white1997]: deletes as much of the start, up to one half, as makes the standard error of the
   * rest least. For long stationary runs; on a trace it deletes what it takes for a trend.
   */
  record Mser5() implements WarmUp {
    @Override
    public double endTime(RunResult result) {
      List<JobRecord> finished =
          result.jobs().stream().filter(job -> job.state() == JobState.DONE).toList();
      int deleted =
          MserRule.truncation(finished.stream().mapToDouble(JobRecord::jctSeconds).toArray());
      return deleted == 0 ? 0 : finished.get(deleted).submitTime();
    }

    @Override
    public String describe() {
      return "jobs submitted before the truncation point of MSER-5 are not measured";
    }
  }
}
