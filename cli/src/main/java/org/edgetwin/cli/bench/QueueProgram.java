package org.edgetwin.cli.bench;

import java.util.List;
import java.util.function.Supplier;
import org.edgetwin.sim.job.JobSpec;

/** A program that serves jobs of one GPU each, first come, first served, on equal servers. */
public interface QueueProgram {
  /** What tables call it. */
  String title();

  /**
   * Serves the jobs, and keeps at least the response time of each.
   *
   * @param jobs in order of submission
   * @param servers number of servers, at least 1
   * @return adds up what was kept; all jobs have been served before it is returned
   */
  Supplier<Answer> serve(List<JobSpec> jobs, int servers);

  /**
   * What a program makes of a workload. Programs agree if both numbers do.
   *
   * @param meanResponseSeconds mean of end minus submission
   * @param makespanSeconds end of the last job to end
   */
  record Answer(double meanResponseSeconds, double makespanSeconds) {
    private static final double TOLERANCE = 1e-9;

    /** The answer that response and end times add up to. */
    static Answer of(double[] responseSeconds, double makespanSeconds) {
      double total = 0;
      for (double response : responseSeconds) {
        total += response;
      }
      return new Answer(total / responseSeconds.length, makespanSeconds);
    }

    /** Whether two answers are equal but for the order of their additions. */
    public boolean agreesWith(Answer other) {
      return close(meanResponseSeconds, other.meanResponseSeconds)
          && close(makespanSeconds, other.makespanSeconds);
    }

    private static boolean close(double a, double b) {
      return Math.abs(a - b) <= TOLERANCE * Math.abs(b);
    }
  }
}
