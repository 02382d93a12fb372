package org.edgetwin.sim.optimize;

import java.util.List;
import org.edgetwin.sim.optimize.LinearSolution.Status;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * The port to ojAlgo's simplex. Whole numbers are found by {@link BranchAndBound}: the library's
 * own search gives another of several optima from call to call.
 */
final class OjAlgoSolver implements LinearSolver {
  /** Nodes of a search; some milliseconds each. */
  private static final int MOST_NODES = 20_000;

  private final double relativeGap;

  OjAlgoSolver(double relativeGap) {
    if (!(relativeGap > 0 && relativeGap < 1)) {
      throw new IllegalArgumentException(
          "The relative gap (" + relativeGap + ") is not in (0, 1). Maybe " + STANDARD_GAP + ".");
    }
    this.relativeGap = relativeGap;
  }

  @Override
  public LinearSolution minimise(LinearProgram program) {
    return solve(program, false);
  }

  @Override
  public LinearSolution maximise(LinearProgram program) {
    return solve(program, true);
  }

  private LinearSolution solve(LinearProgram program, boolean maximise) {
    return program.isInteger()
        ? new BranchAndBound(new Simplex(), relativeGap, MOST_NODES).solve(program, maximise)
        : Simplex.solve(program, maximise);
  }

  /** The continuous program, whether whole numbers are asked for or not. */
  private static final class Simplex implements LinearSolver {
    @Override
    public LinearSolution minimise(LinearProgram program) {
      return solve(program, false);
    }

    @Override
    public LinearSolution maximise(LinearProgram program) {
      return solve(program, true);
    }

    static LinearSolution solve(LinearProgram program, boolean maximise) {
      ExpressionsBasedModel model = model(program);
      Optimisation.Result result = maximise ? model.maximise() : model.minimise();
      Status status = status(result.getState());
      if (!status.isFeasible()) {
        return LinearSolution.without(status);
      }
      double[] values = new double[program.variableCount()];
      double objective = 0;
      for (int i = 0; i < values.length; i++) {
        values[i] = result.doubleValue(i);
        objective += program.variables().get(i).objective() * values[i];
      }
      double gap = status == Status.OPTIMAL ? 0 : Double.POSITIVE_INFINITY;
      return new LinearSolution(status, objective, gap, values);
    }
  }

  private static ExpressionsBasedModel model(LinearProgram program) {
    ExpressionsBasedModel model = new ExpressionsBasedModel(options());
    for (LinearProgram.Variable each : program.variables()) {
      Variable variable = model.addVariable().weight(each.objective());
      if (each.lower() > Double.NEGATIVE_INFINITY) {
        variable.lower(each.lower());
      }
      if (each.upper() < Double.POSITIVE_INFINITY) {
        variable.upper(each.upper());
      }
    }
    List<Variable> variables = model.getVariables();
    for (LinearProgram.Row row : program.rows()) {
      Expression expression = model.addExpression();
      for (int i = 0; i < row.variables().length; i++) {
        expression.set(variables.get(row.variables()[i]), row.coefficients()[i]);
      }
      switch (row.relation()) {
        case AT_MOST -> expression.upper(row.rightSide());
        case EQUAL -> expression.level(row.rightSide());
        case AT_LEAST -> expression.lower(row.rightSide());
      }
    }
    return model;
  }

  /** Never by time, which would make results depend on the machine. */
  private static Optimisation.Options options() {
    Optimisation.Options options = new Optimisation.Options();
    options.time_abort = Long.MAX_VALUE;
    options.time_suffice = Long.MAX_VALUE;
    return options;
  }

  private static Status status(Optimisation.State state) {
    if (state.isOptimal()) {
      return Status.OPTIMAL;
    }
    if (state.isFeasible()) {
      return Status.FEASIBLE;
    }
    return switch (state) {
      case INFEASIBLE -> Status.INFEASIBLE;
      case UNBOUNDED -> Status.UNBOUNDED;
      default -> Status.FAILED;
    };
  }
}
