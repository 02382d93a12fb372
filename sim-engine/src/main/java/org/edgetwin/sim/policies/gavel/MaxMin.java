package org.edgetwin.sim.policies.gavel;

import org.edgetwin.sim.optimize.LinearProgram.Relation;
import org.edgetwin.sim.optimize.LinearSolution;
import org.edgetwin.sim.optimize.LinearSolver;

/**
 * Shares whose smallest value over all jobs is greatest. The value of a job is linear in its
 * shares.
 *
 * @param shares one of the optima
 * @param smallest the value of the job with the smallest
 */
record MaxMin(Shares shares, double smallest) {
  /** What the second program may leave of the smallest value, so that rounding does not stop it. */
  private static final double KEPT = 1 - 1e-7;

  /**
   * Solves one linear program.
   *
   * @param value of a whole share, {@code [jobs][types]}
   */
  static MaxMin solve(ShareProblem problem, double[][] value, LinearSolver solver) {
    ShareProgram program = new ShareProgram(problem, null);
    int smallest = program.addVariable(1);
    boolean anyRuns = false;
    for (int i = 0; i < problem.jobCount(); i++) {
      if (problem.runs(i)) {
        program.addJob(Relation.AT_LEAST, 0, i, value[i], smallest, -1);
        anyRuns = true;
      }
    }
    if (!anyRuns) {
      return new MaxMin(Shares.none(problem), 0);
    }
    LinearSolution solution = solver.maximise(program.program());
    return new MaxMin(program.shares(solution), solution.value(smallest));
  }

  /**
   * Among the shares that give no job less than the smallest value, those of greatest sum of
   * values: a second program, which uses what the first one leaves over.
   */
  Shares filled(ShareProblem problem, double[][] value, LinearSolver solver) {
    ShareProgram program = new ShareProgram(problem, value);
    for (int i = 0; i < problem.jobCount(); i++) {
      if (problem.runs(i)) {
        program.addJob(Relation.AT_LEAST, smallest * KEPT, i, value[i]);
      }
    }
    LinearSolution solution = solver.maximise(program.program());
    return solution.status().isFeasible() ? program.shares(solution) : shares;
  }
}
