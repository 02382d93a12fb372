package org.edgetwin.benchmarks;

import java.util.List;
import java.util.Locale;
import org.edgetwin.cli.bench.EngineQueue;
import org.edgetwin.cli.bench.QueueProgram;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.workload.ReferenceWorkload;

/**
 * Serves W1 again and again, for a profiler to look at: {@code benchmarks/profile.sh}.
 *
 * <p>Arguments: scheduler, jobs, rounds; all optional.
 */
public final class W1Loop {
  private W1Loop() {}

  /** Prints the time of each round. */
  public static void main(String[] arguments) {
    String scheduler = arguments.length > 0 ? arguments[0] : "fifo+first-fit";
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100;
    List<JobSpec> jobs = ReferenceWorkload.w1(count);
    QueueProgram engine = new EngineQueue(scheduler);
    for (int round = 1; round <= rounds; round++) {
      long begin = System.nanoTime();
      QueueProgram.Answer answer = engine.serve(jobs, ReferenceWorkload.SERVERS).get();
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "round %d: %.1f ms, %.2f M jobs/s, mean response %.8f s%n",
          round,
          seconds * 1e3,
          count / seconds / 1e6,
          answer.meanResponseSeconds());
    }
  }
}
