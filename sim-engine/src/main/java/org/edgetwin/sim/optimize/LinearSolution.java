package org.edgetwin.sim.optimize;

/**
 * What a solver says of a linear program.
 *
 * @param status how far it came
 * @param objective value of the objective; NaN if there is no solution
 * @param gap upper bound on the distance to the best objective, relative to the objective found; 0
 *     where optimality is proved, NaN if there is no solution
 * @param values value of each variable; empty if there is no solution. Not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compact, and never compared by value
public record LinearSolution(Status status, double objective, double gap, double[] values) {
  /** How far a solver came. */
  public enum Status {
    /** Nothing is better, but for the solver's tolerance. */
    OPTIMAL,
    /** Holds all rows; better ones may exist. */
    FEASIBLE,
    INFEASIBLE,
    /** There is no best one. May also show as {@link #FEASIBLE} with an infinite gap. */
    UNBOUNDED,
    /** The solver gave up. */
    FAILED;

    /** Whether there are values that hold all rows. */
    public boolean isFeasible() {
      return this == OPTIMAL || this == FEASIBLE;
    }
  }

  static LinearSolution without(Status status) {
    return new LinearSolution(status, Double.NaN, Double.NaN, new double[0]);
  }

  public double value(int variable) {
    return values[variable];
  }
}
