package org.edgetwin.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.edgetwin.cli.bench.EngineQueue;
import org.edgetwin.cli.bench.QueueProgram;
import org.edgetwin.cli.terminal.TextTable;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.workload.ReferenceWorkload;

/** W1 by EdgeTwin and by other programs: the same jobs, the same numbers of them, in turns. */
final class PeerComparison {
  private static final int WARM_UPS = 30;
  private static final int ROUNDS = 5;
  private static final double MILLIS_PER_SECOND = 1000;

  private final List<PeerProgram> peers;
  private final int[] jobCounts;

  /**
   * @param jobCounts sizes for which the exact answer is known
   */
  PeerComparison(List<PeerProgram> peers, int... jobCounts) {
    this.peers = List.copyOf(peers);
    this.jobCounts = jobCounts.clone();
  }

  /** One row for each program and size. */
  List<String> lines() throws IOException, InterruptedException {
    TextTable table =
        new TextTable()
            .text("Program")
            .number("Jobs")
            .number("Mean response, s")
            .number("Off exact, %")
            .number("Time, s")
            .number("k jobs/s")
            .number("EdgeTwin is times as fast")
            .text("Promised");
    for (int jobs : jobCounts) {
      ReferenceWorkload.Answer exact =
          ReferenceWorkload.EXACT.stream()
              .filter(answer -> answer.jobs() == jobs)
              .findFirst()
              .orElseThrow();
      compare(exact, table);
    }
    return table.lines();
  }

  private void compare(ReferenceWorkload.Answer exact, TextTable table)
      throws IOException, InterruptedException {
    List<JobSpec> jobs = ReferenceWorkload.w1(exact.jobs());
    Path file = Files.createTempFile("w1-", ".csv");
    try {
      Files.write(file, jobs.stream().map(PeerComparison::line).toList());
      double before = engineSeconds(jobs, exact);
      List<PeerProgram.Outcome> outcomes = new ArrayList<>();
      for (PeerProgram peer : peers) {
        outcomes.add(check(peer, peer.run(file, exact.jobs()), exact));
      }
      // The load may have changed: the mean of before and after is what the peers met.
      double engine = (before + engineSeconds(jobs, exact)) / 2;
      row(table, "EdgeTwin", exact, exact.meanResponseSeconds(), engine, engine, "");
      for (int i = 0; i < peers.size(); i++) {
        PeerProgram peer = peers.get(i);
        PeerProgram.Outcome outcome = outcomes.get(i);
        row(
            table,
            peer.title(),
            exact,
            outcome.answer().meanResponseSeconds(),
            outcome.seconds(),
            engine,
            verdict(outcome.seconds() / engine, peer.leastRatio()));
      }
    } finally {
      Files.delete(file);
    }
  }

  private static String line(JobSpec job) {
    return millis(job.submitTime()) + "," + millis(job.workSeconds());
  }

  private static long millis(double seconds) {
    return Math.round(seconds * MILLIS_PER_SECOND);
  }

  /** The median of some rounds, each checked against the exact answer. */
  private static double engineSeconds(List<JobSpec> jobs, ReferenceWorkload.Answer exact) {
    QueueProgram engine = new EngineQueue("fifo+first-fit");
    QueueProgram.Answer expected =
        new QueueProgram.Answer(exact.meanResponseSeconds(), exact.makespanSeconds());
    double[] seconds = new double[ROUNDS];
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      QueueProgram.Answer answer = engine.serve(jobs, ReferenceWorkload.SERVERS).get();
      double passed = (System.nanoTime() - begin) / 1e9;
      if (!answer.agreesWith(expected)) {
        throw new IllegalStateException("EdgeTwin gives " + answer + ", exact is " + exact + ".");
      }
      if (round >= 0) {
        seconds[round] = passed;
      }
    }
    Arrays.sort(seconds);
    return seconds[ROUNDS / 2];
  }

  private static PeerProgram.Outcome check(
      PeerProgram peer, PeerProgram.Outcome outcome, ReferenceWorkload.Answer exact) {
    double off = Math.abs(outcome.answer().meanResponseSeconds() / exact.meanResponseSeconds() - 1);
    if (off > Math.max(peer.tolerance(), 1e-9)) {
      throw new IllegalStateException(
          peer.title() + " gives " + outcome.answer() + ", exact is " + exact + ".");
    }
    return outcome;
  }

  private static void row(
      TextTable table,
      String title,
      ReferenceWorkload.Answer exact,
      double mean,
      double seconds,
      double engineSeconds,
      String verdict) {
    table.row(
        title,
        format("%,d", exact.jobs()),
        format("%.8f", mean),
        format("%+.4f", 100 * (mean / exact.meanResponseSeconds() - 1)),
        format("%.4f", seconds),
        format("%,.1f", exact.jobs() / seconds / 1e3),
        format("%,.1f", seconds / engineSeconds),
        verdict);
  }

  private static String verdict(double ratio, double least) {
    return format(">= %,.0f: %s", least, ratio >= least ? "met" : "MISSED");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
