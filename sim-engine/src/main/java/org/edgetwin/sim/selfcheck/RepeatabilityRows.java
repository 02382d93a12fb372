package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.edgetwin.sim.distribution.Distributions.Exponential;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Recovery;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.workload.ListWorkload;

/** Same seed, same bytes, whatever runs beside. */
final class RepeatabilityRows {
  private static final int RUNS = 8;
  private static final int THREADS = 4;
  private static final int JOBS = 20_000;

  private RepeatabilityRows() {}

  static List<CheckRow> rows() {
    return List.of(
        new CheckRow(
            "determinism, job records as text",
            "gang jobs under srtf and las with restarts and failing nodes",
            new ExactCheck(
                "determinism",
                List.of(
                    new ExactCheck.Cell("runs that differ, 1 thread", Relation.EQUAL, 0),
                    new ExactCheck.Cell("runs that differ, 4 threads", Relation.EQUAL, 0),
                    new ExactCheck.Cell("distinct seeds, distinct runs", Relation.EQUAL, RUNS)),
                RepeatabilityRows::determinism)),
        new CheckRow(
            "common random numbers",
            "variance of independent over paired differences of mean JCT",
            new CommonNumbersCheck("easy(durations=oracle)", "conservative(durations=oracle)")));
  }

  private static double[] determinism(Streams streams, Mode mode) {
    List<String> alone = new ArrayList<>();
    List<String> again = new ArrayList<>();
    for (int seed = 0; seed < RUNS; seed++) {
      alone.add(trace(seed, streams, mode));
      again.add(trace(seed, streams, mode));
    }
    List<String> beside = onThreads(streams, mode);
    int differAgain = 0;
    int differBeside = 0;
    for (int i = 0; i < RUNS; i++) {
      differAgain += alone.get(i).equals(again.get(i)) ? 0 : 1;
      differBeside += alone.get(i).equals(beside.get(i)) ? 0 : 1;
    }
    Set<String> distinct = new HashSet<>(alone);
    return new double[] {differAgain, differBeside, distinct.size()};
  }

  private static List<String> onThreads(Streams streams, Mode mode) {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<String>> futures = new ArrayList<>();
      for (int run = 0; run < RUNS; run++) {
        int seed = run;
        futures.add(pool.submit(() -> trace(seed, streams, mode)));
      }
      List<String> traces = new ArrayList<>();
      for (Future<String> future : futures) {
        traces.add(future.get());
      }
      return traces;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A run failed.", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static String trace(int seed, Streams streams, Mode mode) {
    Streams own = new Streams(streams.seed() + seed, 1).scoped("selfcheck/determinism");
    Recovery recovery = new Recovery(0.1, 2, 0.05, true, 3);
    List<JobSpec> jobs = GangJobs.draw(mode.scaled(JOBS), 0.6, recovery, own);
    String policy = seed % 2 == 0 ? "srtf" : "las(first=1,second=4)";
    return Machines.simulation(
            FailureRows.failing(16, new Exponential(500), new Exponential(5)),
            new ListWorkload(jobs),
            own,
            Machines.scheduler(policy, own.scoped("policy")))
        .run()
        .result()
        .jobs()
        .toString();
  }
}
