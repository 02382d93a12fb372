package org.edgetwin.sim.optimize;

/**
 * Solves linear and mixed integer programs. The same program gives the same bits on every call and
 * any number of threads: no limits by time, no parallel search.
 *
 * <p>Thread-safe.
 */
public interface LinearSolver {
  /** Relative gap at which the search of an integer program ends, unless another is asked for. */
  double STANDARD_GAP = 1e-6;

  LinearSolution minimise(LinearProgram program);

  LinearSolution maximise(LinearProgram program);

  /** The solver that ships. Its library is loaded when this is called, not before. */
  static LinearSolver standard() {
    return standard(STANDARD_GAP);
  }

  /**
   * The solver that ships, with a gap of one's own.
   *
   * @param relativeGap where the search of an integer program may end
   */
  static LinearSolver standard(double relativeGap) {
    return new OjAlgoSolver(relativeGap);
  }

  /** This solver with a meter beside it. */
  default LinearSolver metered(SolverMeter meter) {
    return new MeteredSolver(this, meter);
  }
}
