package org.edgetwin.sim.policies.gavel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.sim.optimize.LinearProgram;
import org.edgetwin.sim.optimize.LinearProgram.Relation;
import org.edgetwin.sim.optimize.LinearSolution;
import org.jspecify.annotations.Nullable;

/**
 * A linear program over the shares x[i][j] of jobs on types, and x[p][j] of pairs: none below 0, at
 * most 1 for a job alone and in its pairs, and on no type more GPUs than it has.
 *
 * <p>Whatever is linear in a job's speed goes by what it is alone on a type; in a pair it is what
 * the job keeps of that.
 */
final class ShareProgram {
  private static final int NO_VARIABLE = -1;

  private final ShareProblem problem;
  private final LinearProgram program = new LinearProgram();
  private final int[][] variable;
  private final int[][] pairVariable;

  /** Indices of the pairs of each job. */
  private final List<List<Integer>> pairsOfJob = new ArrayList<>();

  /**
   * The program without rows of a policy.
   *
   * @param objective of x[i][j]; null for 0 everywhere
   */
  ShareProgram(ShareProblem problem, double @Nullable [][] objective) {
    this.problem = problem;
    variable = new int[problem.jobCount()][problem.typeCount()];
    pairVariable = new int[problem.pairs().size()][problem.typeCount()];
    for (int i = 0; i < variable.length; i++) {
      pairsOfJob.add(new ArrayList<>());
      for (int j = 0; j < problem.typeCount(); j++) {
        variable[i][j] =
            problem.speed(i, j) > 0
                ? program.addVariable(0, 1, objective == null ? 0 : objective[i][j])
                : NO_VARIABLE;
      }
    }
    for (int p = 0; p < pairVariable.length; p++) {
      addPair(p, objective);
    }
    for (int i = 0; i < variable.length; i++) {
      addTime(i);
    }
    for (int j = 0; j < problem.typeCount(); j++) {
      addTypes(problem.gpus(j), j, j + 1);
    }
    if (problem.mostGpus() < problem.gpus()) {
      addTypes(problem.mostGpus(), 0, problem.typeCount());
    }
  }

  private void addPair(int p, double @Nullable [][] objective) {
    PairOption pair = problem.pairs().get(p);
    pairsOfJob.get(pair.first()).add(p);
    pairsOfJob.get(pair.second()).add(p);
    for (int j = 0; j < problem.typeCount(); j++) {
      double worth =
          objective == null
              ? 0
              : objective[pair.first()][j] * pair.firstKeeps()[j]
                  + objective[pair.second()][j] * pair.secondKeeps()[j];
      pairVariable[p][j] = pair.isPossible(j) ? program.addVariable(0, 1, worth) : NO_VARIABLE;
    }
  }

  private void addTime(int job) {
    Terms terms = new Terms(mostTerms(job));
    for (int j = 0; j < problem.typeCount(); j++) {
      terms.add(variable[job][j], 1);
      for (int p : pairsOfJob.get(job)) {
        terms.add(pairVariable[p][j], 1);
      }
    }
    terms.addRow(Relation.AT_MOST, 1);
  }

  private int mostTerms(int job) {
    return problem.typeCount() * (1 + pairsOfJob.get(job).size());
  }

  private void addTypes(int gpus, int from, int to) {
    Terms terms = new Terms((variable.length + pairVariable.length) * (to - from));
    for (int i = 0; i < variable.length; i++) {
      for (int j = from; j < to; j++) {
        terms.add(variable[i][j], problem.gang(i));
      }
    }
    for (int p = 0; p < pairVariable.length; p++) {
      for (int j = from; j < to; j++) {
        terms.add(pairVariable[p][j], problem.gang(problem.pairs().get(p).first()));
      }
    }
    terms.addRow(Relation.AT_MOST, gpus);
  }

  /** A variable beside the shares. */
  int addVariable(double objective) {
    return program.addVariable(0, Double.POSITIVE_INFINITY, objective);
  }

  /** A row over what one job gets. */
  void addJob(Relation relation, double rightSide, int job, double[] valueAlone) {
    addJob(relation, rightSide, job, valueAlone, NO_VARIABLE, 0);
  }

  /**
   * A row over what one job gets and a variable beside the shares.
   *
   * @param valueAlone of a whole share of each type
   */
  void addJob(
      Relation relation,
      double rightSide,
      int job,
      double[] valueAlone,
      int other,
      double otherCoefficient) {
    Terms terms = new Terms(mostTerms(job) + 1);
    for (int j = 0; j < valueAlone.length; j++) {
      terms.add(variable[job][j], valueAlone[j]);
      for (int p : pairsOfJob.get(job)) {
        terms.add(pairVariable[p][j], valueAlone[j] * problem.pairs().get(p).kept(job, j));
      }
    }
    terms.add(other, otherCoefficient);
    terms.addRow(relation, rightSide);
  }

  LinearProgram program() {
    return program;
  }

  /** The shares of a solution. */
  Shares shares(LinearSolution solution) {
    return new Shares(values(variable, solution), values(pairVariable, solution));
  }

  private static double[][] values(int[][] variables, LinearSolution solution) {
    double[][] values = new double[variables.length][];
    for (int i = 0; i < values.length; i++) {
      values[i] = new double[variables[i].length];
      for (int j = 0; j < values[i].length; j++) {
        int index = variables[i][j];
        values[i][j] = index == NO_VARIABLE ? 0 : Math.min(1, Math.max(0, solution.value(index)));
      }
    }
    return values;
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
