package org.edgetwin.sim.optimize;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear program: variables with bounds, some of them integer, a linear objective and rows. Plain
 * data; a {@link LinearSolver} solves it. Variables and rows are named by the order in which they
 * were added, from 0.
 */
public final class LinearProgram {
  /** How the left side of a row stands to its right side. */
  public enum Relation {
    AT_MOST,
    EQUAL,
    AT_LEAST
  }

  /**
   * Bounds may be infinite.
   *
   * @param objective coefficient in the objective
   */
  record Variable(double lower, double upper, boolean integer, double objective) {}

  /** {@code sum coefficient[i] * x[variable[i]]} in relation to the right side. */
  @SuppressWarnings("ArrayRecordComponent") // compact, and never compared by value
  record Row(Relation relation, double rightSide, int[] variables, double[] coefficients) {}

  private final List<Variable> variableList = new ArrayList<>();
  private final List<Row> rowList = new ArrayList<>();

  /**
   * Adds a continuous variable.
   *
   * @param objective its coefficient in the objective
   * @return its index
   */
  public int addVariable(double lower, double upper, double objective) {
    return add(new Variable(lower, upper, false, objective));
  }

  /** Adds a variable that takes whole numbers only. See {@link #addVariable}. */
  public int addInteger(double lower, double upper, double objective) {
    return add(new Variable(lower, upper, true, objective));
  }

  private int add(Variable variable) {
    if (!(variable.lower <= variable.upper) || !Double.isFinite(variable.objective)) {
      throw new IllegalArgumentException("Not a variable: " + variable + ".");
    }
    variableList.add(variable);
    return variableList.size() - 1;
  }

  /**
   * Adds a row.
   *
   * @param variables indices of variables, each at most once
   * @param coefficients their finite coefficients; zeros may be left out
   */
  public void addRow(Relation relation, double rightSide, int[] variables, double[] coefficients) {
    if (variables.length != coefficients.length || !Double.isFinite(rightSide)) {
      throw new IllegalArgumentException(
          "A row of "
              + variables.length
              + " variables, "
              + coefficients.length
              + " coefficients and right side "
              + rightSide
              + ".");
    }
    for (int i = 0; i < variables.length; i++) {
      if (variables[i] < 0
          || variables[i] >= variableList.size()
          || !Double.isFinite(coefficients[i])) {
        throw new IllegalArgumentException(
            "A row with coefficient " + coefficients[i] + " of variable " + variables[i] + ".");
      }
    }
    rowList.add(new Row(relation, rightSide, variables.clone(), coefficients.clone()));
  }

  public int variableCount() {
    return variableList.size();
  }

  public int rowCount() {
    return rowList.size();
  }

  /** Whether some variable takes whole numbers only. */
  public boolean isInteger() {
    return variableList.stream().anyMatch(Variable::integer);
  }

  /** The same program with another lower bound of a variable; rows are shared. */
  LinearProgram withLower(int variable, double lower) {
    Variable old = variableList.get(variable);
    return with(variable, new Variable(lower, old.upper, old.integer, old.objective));
  }

  /** The same program with another upper bound of a variable; rows are shared. */
  LinearProgram withUpper(int variable, double upper) {
    Variable old = variableList.get(variable);
    return with(variable, new Variable(old.lower, upper, old.integer, old.objective));
  }

  private LinearProgram with(int index, Variable variable) {
    LinearProgram other = new LinearProgram();
    other.variableList.addAll(variableList);
    other.variableList.set(index, variable);
    other.rowList.addAll(rowList);
    return other;
  }

  List<Variable> variables() {
    return variableList;
  }

  List<Row> rows() {
    return rowList;
  }
}
