package org.edgetwin.sim.policies.gavel;

import org.edgetwin.sim.optimize.LinearSolver;
import org.edgetwin.sim.scheduling.Knowledge;

/**
 * Gavel's least makespan [gavel]: the jobs in the system end together, as early as possible.
 *
 * <p>With every job done after at most M seconds, its throughput is at least s / M for s of work
 * left: the greatest 1 / M is one linear program, where the published code bisects M to 5 %.
 */
final class MakespanShares implements SharePolicy {
  private final Knowledge knowledge;
  private final LinearSolver solver;
  private final boolean fills;

  /**
   * A policy.
   *
   * @param fills whether what the last job leaves over is shared out too
   */
  MakespanShares(Knowledge knowledge, LinearSolver solver, boolean fills) {
    this.knowledge = knowledge;
    this.solver = solver;
    this.fills = fills;
  }

  @Override
  public Shares shares(ShareProblem problem) {
    double longest = 0;
    for (int i = 0; i < problem.jobCount(); i++) {
      longest = Math.max(longest, problem.remaining(i));
    }
    double[][] value = new double[problem.jobCount()][problem.typeCount()];
    for (int i = 0; i < value.length; i++) {
      // In units of the longest job, so that the solver meets no tiny numbers.
      double left = Math.max(problem.remaining(i), LEAST_WORK * longest);
      for (int j = 0; j < problem.typeCount(); j++) {
        value[i][j] = left > 0 ? problem.speed(i, j) * longest / left : problem.speed(i, j);
      }
    }
    MaxMin maxMin = MaxMin.solve(problem, value, solver);
    return fills ? maxMin.filled(problem, value, solver) : maxMin.shares();
  }

  /** Share of the longest job's work below which no job counts less: it ends in time anyway. */
  private static final double LEAST_WORK = 1e-5;

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public SharePolicy copy() {
    return this;
  }
}
