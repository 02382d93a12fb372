package org.edgetwin.sim.policies.gavel;

import java.util.TreeMap;
import org.edgetwin.sim.optimize.LinearSolver;
import org.edgetwin.sim.scheduling.Knowledge;

/**
 * Finish-time fairness as Gavel writes it [gavel] after Themis [themis2020]: least greatest ratio,
 * over all jobs, of the time from submission to the end with these shares to the time that the job
 * would have taken alone with its part of the cluster, 1 / n of every type for n jobs.
 *
 * <p>A ratio r is possible if every job gets a throughput of at least s / (r t - a), with s of work
 * left, t the time alone and a its age. r is bisected; each step is one linear program, whose
 * shares may do better than what was asked.
 */
final class FinishTimeShares implements SharePolicy {
  /** Where the bisection ends, relative to the ratio. */
  private static final double PRECISION = 5e-3;

  /** A job that needs next to nothing counts no more than this, so that numbers stay tame. */
  private static final double MOST_VALUE = 1e6;

  /** A job's time alone so far, and how it went on when shares were computed last. */
  private record Alone(double seconds, double remaining, double throughput) {
    /** The same after the work that has been done since. */
    Alone now(double nowRemaining, double nowThroughput) {
      double passed = throughput > 0 ? (remaining - nowRemaining) / throughput : 0;
      return new Alone(seconds + passed, nowRemaining, nowThroughput);
    }

    double totalSeconds() {
      return seconds + remaining / throughput;
    }
  }

  private final Knowledge knowledge;
  private final LinearSolver solver;
  private final boolean fills;
  private TreeMap<Integer, Alone> aloneByJob = new TreeMap<>();

  /**
   * A policy.
   *
   * @param fills whether what the fairest shares leave over is shared out too
   */
  FinishTimeShares(Knowledge knowledge, LinearSolver solver, boolean fills) {
    this.knowledge = knowledge;
    this.solver = solver;
    this.fills = fills;
  }

  @Override
  public Shares shares(ShareProblem problem) {
    double[] alone = timesAlone(problem);
    MaxMin best = new MaxMin(Shares.none(problem), 0);
    double[][] bestValue = best.shares().alone();
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int i = 0; i < alone.length; i++) {
      low = Math.max(low, problem.runs(i) ? problem.ageSeconds(i) / alone[i] : 0);
    }
    double ratio = Math.max(1, 2 * low);
    while (high > low * (1 + PRECISION)) {
      double[][] value = values(problem, alone, ratio);
      MaxMin solved = MaxMin.solve(problem, value, solver);
      if (solved.smallest() >= 1) {
        best = solved;
        bestValue = value;
        high = Math.min(ratio, greatestRatio(problem, alone, solved.shares()));
      } else {
        low = ratio;
      }
      ratio = high == Double.POSITIVE_INFINITY ? 2 * ratio : (low + high) / 2;
    }
    return fills ? best.filled(problem, bestValue, solver) : best.shares();
  }

  /** What a whole share is worth, over what a job needs for a ratio. */
  private static double[][] values(ShareProblem problem, double[] alone, double ratio) {
    double[][] value = new double[problem.jobCount()][problem.typeCount()];
    for (int i = 0; i < value.length; i++) {
      double seconds = ratio * alone[i] - problem.ageSeconds(i);
      for (int j = 0; j < problem.typeCount(); j++) {
        double left = Math.max(problem.remaining(i), Double.MIN_NORMAL);
        value[i][j] = Math.min(MOST_VALUE, problem.speed(i, j) * Math.max(0, seconds) / left);
      }
    }
    return value;
  }

  private static double greatestRatio(ShareProblem problem, double[] alone, Shares shares) {
    double[] throughput = shares.throughputs(problem);
    double greatest = 0;
    for (int i = 0; i < alone.length; i++) {
      if (problem.runs(i)) {
        double left = problem.remaining(i) / throughput[i];
        greatest = Math.max(greatest, (problem.ageSeconds(i) + left) / alone[i]);
      }
    }
    return greatest;
  }

  /** Seconds that each job would take from its submission to its end with its part alone. */
  private double[] timesAlone(ShareProblem problem) {
    TreeMap<Integer, Alone> next = new TreeMap<>();
    double[] seconds = new double[problem.jobCount()];
    for (int i = 0; i < seconds.length; i++) {
      int job = problem.id(i);
      double throughput = throughputAlone(problem, i);
      Alone before = aloneByJob.get(job);
      Alone alone =
          before == null
              ? new Alone(0, problem.remaining(i), throughput)
              : before.now(problem.remaining(i), throughput);
      next.put(job, alone);
      seconds[i] = Math.max(1e-6, alone.totalSeconds());
    }
    aloneByJob = next;
    return seconds;
  }

  private static double throughputAlone(ShareProblem problem, int i) {
    double sum = 0;
    double throughput = 0;
    for (int j = 0; j < problem.typeCount(); j++) {
      double share = (double) problem.gpus(j) / problem.jobCount() / problem.gang(i);
      sum += share;
      throughput += share * problem.speed(i, j);
    }
    return throughput / Math.max(1, sum);
  }

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public SharePolicy copy() {
    FinishTimeShares copy = new FinishTimeShares(knowledge, solver, fills);
    copy.aloneByJob = new TreeMap<>(aloneByJob);
    return copy;
  }
}
