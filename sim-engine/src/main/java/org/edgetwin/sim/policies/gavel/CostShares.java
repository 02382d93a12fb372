package org.edgetwin.sim.policies.gavel;

import java.util.Arrays;
import org.edgetwin.sim.optimize.LinearProgram.Relation;
import org.edgetwin.sim.optimize.LinearSolution;
import org.edgetwin.sim.optimize.LinearSolver;
import org.edgetwin.sim.scheduling.Knowledge;

/**
 * Gavel's cost policy [gavel], in the linear form of its code: greatest sum of speed over price. A
 * job with a deadline that can still be met gets the throughput that it needs for that, if all of
 * them can.
 *
 * <p>Differs from [gavel]: speeds are relative to the reference GPU, so that a job does not count
 * more because its steps are short. Where GPUs are free of charge, all cost the same.
 */
final class CostShares implements SharePolicy {
  private final Knowledge knowledge;
  private final LinearSolver solver;

  CostShares(Knowledge knowledge, LinearSolver solver) {
    this.knowledge = knowledge;
    this.solver = solver;
  }

  @Override
  public Shares shares(ShareProblem problem) {
    double[] price = prices(problem);
    double[][] worth = new double[problem.jobCount()][problem.typeCount()];
    for (int i = 0; i < worth.length; i++) {
      for (int j = 0; j < price.length; j++) {
        worth[i][j] = problem.speed(i, j) / price[j];
      }
    }
    ShareProgram program = program(problem, worth, true);
    LinearSolution solution = solver.maximise(program.program());
    if (!solution.status().isFeasible()) {
      program = program(problem, worth, false);
      solution = solver.maximise(program.program());
    }
    return program.shares(solution);
  }

  private static ShareProgram program(
      ShareProblem problem, double[][] worth, boolean keepsDeadlines) {
    ShareProgram program = new ShareProgram(problem, worth);
    for (int i = 0; keepsDeadlines && i < problem.jobCount(); i++) {
      double left = problem.secondsToDeadline(i);
      if (left > 0
          && left < Double.POSITIVE_INFINITY
          && problem.remaining(i) <= problem.fastest(i) * left) {
        double[] speeds = new double[problem.typeCount()];
        for (int j = 0; j < speeds.length; j++) {
          speeds[j] = problem.speed(i, j);
        }
        program.addJob(Relation.AT_LEAST, problem.remaining(i) / left, i, speeds);
      }
    }
    return program;
  }

  private static double[] prices(ShareProblem problem) {
    double[] price = new double[problem.typeCount()];
    boolean free = false;
    for (int j = 0; j < price.length; j++) {
      price[j] = problem.price(j);
      free |= !(price[j] > 0);
    }
    if (free) {
      Arrays.fill(price, 1);
    }
    return price;
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
