package org.edgetwin.sim.optimize;

/**
 * How often a solver was used, how long it took by the clock on the wall, and how good its answers
 * were. Not thread-safe.
 */
public final class SolverMeter {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Stands for a gap that a solver could not tell. */
  private static final double UNKNOWN_GAP = 1;

  private long solveCount;
  private long totalNanos;
  private double largestGap;

  /** A program without a solution counts as solved without a gap. */
  void record(long nanos, LinearSolution solution) {
    record(nanos, solution.status().isFeasible() ? solution.gap() : 0);
  }

  void record(long nanos, double gap) {
    solveCount++;
    totalNanos += nanos;
    largestGap = Math.max(largestGap, Math.min(gap, UNKNOWN_GAP));
  }

  /** Counts also what another meter has counted. */
  public void add(SolverMeter other) {
    solveCount += other.solveCount;
    totalNanos += other.totalNanos;
    largestGap = Math.max(largestGap, other.largestGap);
  }

  public long solveCount() {
    return solveCount;
  }

  public double totalSeconds() {
    return totalNanos / NANOS_PER_SECOND;
  }

  /** Largest relative gap of any solution; 0 if all were optimal, 1 if one is not known. */
  public double largestGap() {
    return largestGap;
  }
}
