package org.edgetwin.sim.policies.elastic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.sim.optimize.LinearProgram;
import org.edgetwin.sim.optimize.LinearProgram.Relation;
import org.edgetwin.sim.optimize.LinearSolution;
import org.edgetwin.sim.optimize.LinearSolver;

/**
 * The integer program of {@link Sia},
 *
 * <pre>minimise sum over jobs of cost(chosen), or {@code idle} where none is chosen,
 * such that the GPUs chosen in each group, and in all groups, are not more than are free. </pre>
 *
 * <p>At most as many jobs as there are capacities are split in its linear relaxation, so a search
 * looks at few nodes.
 */
final class ConfigurationProgram {
  private static final int ALL = -1;

  private final LinearSolver solver;
  private final double idleCost;

  ConfigurationProgram(LinearSolver solver, double idleCost) {
    this.solver = solver;
    this.idleCost = idleCost;
  }

  /**
   * At most one configuration of each job.
   *
   * @param choices for each job, what it may get
   * @param capacity free GPUs by index of the node group; last: of all groups
   */
  List<Configuration> solve(List<List<Configuration>> choices, int[] capacity) {
    var program = new LinearProgram();
    List<Configuration> offered = new ArrayList<>();
    for (List<Configuration> ofJob : choices) {
      int first = offered.size();
      for (Configuration each : ofJob) {
        // Others are never chosen, and would only make the relaxation looser.
        if (each.cost() < idleCost && each.gpus() <= room(each, capacity)) {
          program.addInteger(0, 1, each.cost() - idleCost);
          offered.add(each);
        }
      }
      int[] variables = IntStream.range(first, offered.size()).toArray();
      program.addRow(Relation.AT_MOST, 1, variables, ones(variables.length));
    }
    for (int g = 0; g < capacity.length; g++) {
      int group = g == capacity.length - 1 ? ALL : g;
      int[] variables =
          IntStream.range(0, offered.size())
              .filter(i -> group == ALL || offered.get(i).group().index() == group)
              .toArray();
      double[] gpus = Arrays.stream(variables).mapToDouble(i -> offered.get(i).gpus()).toArray();
      program.addRow(Relation.AT_MOST, capacity[g], variables, gpus);
    }
    return chosen(offered, program);
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static int room(Configuration configuration, int[] capacity) {
    return Math.min(capacity[configuration.group().index()], capacity[capacity.length - 1]);
  }

  private List<Configuration> chosen(List<Configuration> offered, LinearProgram program) {
    if (offered.isEmpty()) {
      return List.of();
    }
    LinearSolution solution = solver.minimise(program);
    List<Configuration> chosen = new ArrayList<>();
    for (int i = 0; i < offered.size() && solution.status().isFeasible(); i++) {
      if (solution.value(i) > 0.5) {
        chosen.add(offered.get(i));
      }
    }
    return chosen;
  }
}
