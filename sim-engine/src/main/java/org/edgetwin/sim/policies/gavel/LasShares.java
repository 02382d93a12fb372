package org.edgetwin.sim.policies.gavel;

import org.edgetwin.sim.optimize.LinearSolver;
import org.edgetwin.sim.scheduling.Knowledge;

/**
 * Least attained service as Gavel [gavel] writes it: max-min fairness of g T x / T_prop, the speed
 * that a job gets over the one at a share of all types in proportion to their GPUs, times its gang.
 * All jobs weigh the same.
 */
final class LasShares implements SharePolicy {
  private final Knowledge knowledge;
  private final LinearSolver solver;
  private final boolean fills;

  /**
   * A policy.
   *
   * @param fills whether what max-min fairness leaves over is shared out too
   */
  LasShares(Knowledge knowledge, LinearSolver solver, boolean fills) {
    this.knowledge = knowledge;
    this.solver = solver;
    this.fills = fills;
  }

  @Override
  public Shares shares(ShareProblem problem) {
    double[][] value = new double[problem.jobCount()][problem.typeCount()];
    for (int i = 0; i < value.length; i++) {
      double proportional = 0;
      for (int j = 0; j < problem.typeCount(); j++) {
        proportional += problem.speed(i, j) * problem.gpus(j) / problem.gpus();
      }
      for (int j = 0; j < problem.typeCount() && proportional > 0; j++) {
        value[i][j] = problem.gang(i) * problem.speed(i, j) / proportional;
      }
    }
    MaxMin maxMin = MaxMin.solve(problem, value, solver);
    return fills ? maxMin.filled(problem, value, solver) : maxMin.shares();
  }

  @Override
  public Knowledge knowledge() {
    return knowledge;
  }

  @Override
  public SharePolicy copy() {
    return this;
  }
}
