package org.edgetwin.sim.policies.gavel;

import java.util.Arrays;
import org.edgetwin.sim.optimize.LinearProgram;
import org.edgetwin.sim.optimize.LinearProgram.Relation;
import org.edgetwin.sim.optimize.LinearSolution;
import org.jspecify.annotations.Nullable;

/**
 * A linear program over the shares x[i][j] of jobs on types: none below 0, at most 1 for a job, and
 * on no type more GPUs than it has.
 */
final class ShareProgram {
  private static final int NO_VARIABLE = -1;

  private final ShareProblem problem;
  private final LinearProgram program = new LinearProgram();
  private final int[][] variable;

  /**
   * The program without rows of a policy.
   *
   * @param objective of x[i][j]; null for 0 everywhere
   */
  ShareProgram(ShareProblem problem, double @Nullable [][] objective) {
    this.problem = problem;
    variable = new int[problem.jobCount()][problem.typeCount()];
    for (int i = 0; i < variable.length; i++) {
      for (int j = 0; j < problem.typeCount(); j++) {
        variable[i][j] =
            problem.speed(i, j) > 0
                ? program.addVariable(0, 1, objective == null ? 0 : objective[i][j])
                : NO_VARIABLE;
      }
    }
    for (int i = 0; i < variable.length; i++) {
      addJob(Relation.AT_MOST, 1, i, ones());
    }
    for (int j = 0; j < problem.typeCount(); j++) {
      addTypes(problem.gpus(j), j, j + 1);
    }
    if (problem.mostGpus() < problem.gpus()) {
      addTypes(problem.mostGpus(), 0, problem.typeCount());
    }
  }

  private double[] ones() {
    double[] ones = new double[problem.typeCount()];
    Arrays.fill(ones, 1);
    return ones;
  }

  private void addTypes(int gpus, int from, int to) {
    Terms terms = new Terms(problem.jobCount() * (to - from));
    for (int i = 0; i < variable.length; i++) {
      for (int j = from; j < to; j++) {
        terms.add(variable[i][j], problem.gang(i));
      }
    }
    terms.addRow(Relation.AT_MOST, gpus);
  }

  /** A variable beside the shares. */
  int addVariable(double objective) {
    return program.addVariable(0, Double.POSITIVE_INFINITY, objective);
  }

  /** A row over the shares of one job. */
  void addJob(Relation relation, double rightSide, int job, double[] coefficients) {
    addJob(relation, rightSide, job, coefficients, NO_VARIABLE, 0);
  }

  /** A row over the shares of one job and a variable beside them. */
  void addJob(
      Relation relation,
      double rightSide,
      int job,
      double[] coefficients,
      int other,
      double otherCoefficient) {
    Terms terms = new Terms(coefficients.length + 1);
    for (int j = 0; j < coefficients.length; j++) {
      terms.add(variable[job][j], coefficients[j]);
    }
    terms.add(other, otherCoefficient);
    terms.addRow(relation, rightSide);
  }

  LinearProgram program() {
    return program;
  }

  /** The shares of a solution. */
  double[][] shares(LinearSolution solution) {
    double[][] shares = new double[problem.jobCount()][problem.typeCount()];
    for (int i = 0; i < variable.length; i++) {
      for (int j = 0; j < problem.typeCount(); j++) {
        shares[i][j] =
            variable[i][j] == NO_VARIABLE
                ? 0
                : Math.min(1, Math.max(0, solution.value(variable[i][j])));
      }
    }
    return shares;
  }

  /** The terms of a row while it is built. */
  private final class Terms {
    private final int[] variables;
    private final double[] coefficients;
    private int count;

    Terms(int most) {
      variables = new int[most];
      coefficients = new double[most];
    }

    void add(int index, double coefficient) {
      if (index != NO_VARIABLE && coefficient != 0) {
        variables[count] = index;
        coefficients[count++] = coefficient;
      }
    }

    void addRow(Relation relation, double rightSide) {
      if (count > 0) {
        program.addRow(
            relation,
            rightSide,
            Arrays.copyOf(variables, count),
            Arrays.copyOf(coefficients, count));
      }
    }
  }
}
