package org.edgetwin.sim.optimize;

import java.util.ArrayDeque;
import java.util.Deque;
import org.edgetwin.sim.optimize.LinearSolution.Status;

/**
 * Mixed integer programs by depth-first branch and bound over a solver of continuous ones: branches
 * on the most fractional variable, near side first. One thread and a limit on nodes, not on time,
 * so that the same program gives the same answer everywhere; libraries search in parallel and do
 * not promise that.
 *
 * <p><b>Limits.</b> No cuts, and every node is solved from scratch: for programs whose relaxation
 * is nearly whole, such as choices of one option each under a few capacities.
 */
final class BranchAndBound {
  private static final double INTEGRALITY = 1e-6;
  private static final double TINY = 1e-12;

  private final LinearSolver continuous;
  private final double relativeGap;
  private final int mostNodes;

  /** Sub-programs to look at; the last one first. */
  private final Deque<LinearProgram> open = new ArrayDeque<>();

  private LinearSolution incumbent;
  private double sign;

  BranchAndBound(LinearSolver continuous, double relativeGap, int mostNodes) {
    this.continuous = continuous;
    this.relativeGap = relativeGap;
    this.mostNodes = mostNodes;
  }

  LinearSolution solve(LinearProgram program, boolean maximise) {
    sign = maximise ? -1 : 1;
    LinearSolution root = relax(program);
    if (root.status() != Status.OPTIMAL) {
      return root.status().isFeasible() ? LinearSolution.without(Status.UNBOUNDED) : root;
    }
    int nodes = 1;
    visit(program, root);
    while (!open.isEmpty() && nodes++ < mostNodes) {
      LinearProgram node = open.pop();
      visit(node, relax(node));
    }
    if (incumbent == null) {
      return LinearSolution.without(open.isEmpty() ? Status.INFEASIBLE : Status.FAILED);
    }
    double toRoot = distance(root.objective(), incumbent.objective());
    return new LinearSolution(
        open.isEmpty() ? Status.OPTIMAL : Status.FEASIBLE,
        incumbent.objective(),
        open.isEmpty() ? Math.min(relativeGap, toRoot) : toRoot,
        incumbent.values());
  }

  private LinearSolution relax(LinearProgram program) {
    return sign < 0 ? continuous.maximise(program) : continuous.minimise(program);
  }

  private void visit(LinearProgram program, LinearSolution relaxed) {
    if (relaxed.status() != Status.OPTIMAL || !isBetter(relaxed.objective())) {
      return;
    }
    int variable = mostFractional(program, relaxed.values());
    if (variable < 0) {
      LinearSolution whole = rounded(program, relaxed.values());
      if (isBetter(whole.objective())) {
        incumbent = whole;
      }
      return;
    }
    double value = relaxed.value(variable);
    LinearProgram below = program.withUpper(variable, Math.floor(value));
    LinearProgram above = program.withLower(variable, Math.ceil(value));
    boolean nearIsAbove = value - Math.floor(value) > 0.5;
    open.push(nearIsAbove ? below : above);
    open.push(nearIsAbove ? above : below);
  }

  private boolean isBetter(double objective) {
    return incumbent == null
        || sign * (incumbent.objective() - objective)
            > relativeGap * Math.max(TINY, Math.abs(incumbent.objective()));
  }

  private static int mostFractional(LinearProgram program, double[] values) {
    int most = -1;
    double largest = INTEGRALITY;
    for (int i = 0; i < values.length; i++) {
      double off = Math.abs(values[i] - Math.rint(values[i]));
      if (off > largest && program.variables().get(i).integer()) {
        most = i;
        largest = off;
      }
    }
    return most;
  }

  private static LinearSolution rounded(LinearProgram program, double[] relaxed) {
    double[] values = relaxed.clone();
    double objective = 0;
    for (int i = 0; i < values.length; i++) {
      LinearProgram.Variable variable = program.variables().get(i);
      values[i] = variable.integer() ? Math.rint(values[i]) : values[i];
      objective += variable.objective() * values[i];
    }
    return new LinearSolution(Status.FEASIBLE, objective, 0, values);
  }

  private static double distance(double bound, double objective) {
    double distance = Math.abs(bound - objective);
    return distance <= TINY ? 0 : distance / Math.max(TINY, Math.abs(objective));
  }
}
