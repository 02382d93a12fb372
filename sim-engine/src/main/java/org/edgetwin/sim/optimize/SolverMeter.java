package org.edgetwin.sim.optimize;

/**
 * How often a solver was used, how long it took by the clock on the wall, and how good its answers
 * were. Never part of a result: two runs of one seed differ here and only here. Not thread-safe.
 */
public final class SolverMeter {
  private static final double NANOS_PER_SECOND = 1e9;

  private long solveCount;
  private long notOptimalCount;
  private long totalNanos;
  private long longestNanos;
  private double largestGap;

  void record(long nanos, LinearSolution solution) {
    solveCount++;
    totalNanos += nanos;
    longestNanos = Math.max(longestNanos, nanos);
    if (solution.status() != LinearSolution.Status.OPTIMAL) {
      notOptimalCount++;
    }
    if (solution.gap() > largestGap) {
      largestGap = solution.gap();
    }
  }

  public long solveCount() {
    return solveCount;
  }

  /** Solves that ended without a proof of optimality, infeasible programs among them. */
  public long notOptimalCount() {
    return notOptimalCount;
  }

  public double totalSeconds() {
    return totalNanos / NANOS_PER_SECOND;
  }

  public double longestSeconds() {
    return longestNanos / NANOS_PER_SECOND;
  }

  /** Largest relative gap of any solution; 0 if all were optimal. */
  public double largestGap() {
    return largestGap;
  }
}
