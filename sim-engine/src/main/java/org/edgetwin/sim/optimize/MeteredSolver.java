package org.edgetwin.sim.optimize;

/** A solver with a meter beside it; solves exactly as without. */
final class MeteredSolver implements LinearSolver {
  private final LinearSolver solver;
  private final SolverMeter meter;

  MeteredSolver(LinearSolver solver, SolverMeter meter) {
    this.solver = solver;
    this.meter = meter;
  }

  @Override
  public LinearSolution minimise(LinearProgram program) {
    long begin = System.nanoTime();
    LinearSolution solution = solver.minimise(program);
    meter.record(System.nanoTime() - begin, solution);
    return solution;
  }

  @Override
  public LinearSolution maximise(LinearProgram program) {
    long begin = System.nanoTime();
    LinearSolution solution = solver.maximise(program);
    meter.record(System.nanoTime() - begin, solution);
    return solution;
  }
}
