package org.edgetwin.sim.policies.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.edgetwin.sim.engine.Simulation;
import org.edgetwin.sim.engine.SmallCluster;
import org.edgetwin.sim.fleet.NodeGroupView;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.optimize.LinearSolver;
import org.edgetwin.sim.scheduling.ClusterView;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

final class ConfigurationProgramTest {
  private static final double IDLE = 1.1;

  /** Groups 0 and 1. */
  private static ClusterView view() {
    Simulation simulation =
        new SmallCluster()
            .node(1, 4)
            .node(2, 4)
            .under(SchedulerCatalog.standard().create("fifo", new Streams(1, 1)));
    return simulation.cluster().observe(0);
  }

  private static List<List<Configuration>> draw(RandomStream random, ClusterView view, int jobs) {
    List<List<Configuration>> choices = new ArrayList<>();
    for (int j = 0; j < jobs; j++) {
      List<Configuration> each = new ArrayList<>();
      for (int g = 0; g < 2; g++) {
        NodeGroupView group = view.group(g);
        double speed = 0.5 + 3 * random.nextDouble();
        double loss = 0.5 + 0.5 * random.nextDouble();
        for (int gpus = 1; gpus <= 8; gpus *= 2) {
          double cost = Math.pow(speed * Math.pow(gpus, loss), -0.5);
          each.add(new Configuration(null, group, gpus, cost));
        }
      }
      choices.add(each);
    }
    return choices;
  }

  private static double bruteForce(List<List<Configuration>> choices, int[] left, int from) {
    if (from == choices.size()) {
      return 0;
    }
    double best = IDLE + bruteForce(choices, left, from + 1);
    for (Configuration each : choices.get(from)) {
      int g = each.group().index();
      if (each.gpus() <= left[g] && each.gpus() <= left[2]) {
        left[g] -= each.gpus();
        left[2] -= each.gpus();
        best = Math.min(best, each.cost() + bruteForce(choices, left, from + 1));
        left[g] += each.gpus();
        left[2] += each.gpus();
      }
    }
    return best;
  }

  @Test
  void findsTheBestAssignment() {
    ClusterView view = view();
    RandomStream random = new Streams(3, 1).stream("programs");
    var program = new ConfigurationProgram(LinearSolver.standard(), IDLE);
    for (int i = 0; i < 60; i++) {
      List<List<Configuration>> choices = draw(random, view, 2 + i % 5);
      int[] capacity = {random.nextInt(0, 8), random.nextInt(0, 8), random.nextInt(4, 16)};

      List<Configuration> solution = program.solve(choices, capacity);

      int[] left = capacity.clone();
      for (Configuration each : solution) {
        left[each.group().index()] -= each.gpus();
        left[2] -= each.gpus();
      }
      assertThat(Arrays.stream(left).min().orElseThrow()).isNotNegative();
      double cost = IDLE * (choices.size() - solution.size());
      cost += solution.stream().mapToDouble(Configuration::cost).sum();
      assertThat(cost).isCloseTo(bruteForce(choices, capacity, 0), within(1e-5));
    }
  }

  @Test
  void withRoomForAllEveryJobGetsItsBest() {
    List<List<Configuration>> choices = draw(new Streams(3, 1).stream("all"), view(), 20);
    var program = new ConfigurationProgram(LinearSolver.standard(), IDLE);

    List<Configuration> solution = program.solve(choices, new int[] {1000, 1000, 2000});

    assertThat(solution).hasSize(20).allMatch(each -> each.gpus() == 8);
  }

  @Test
  void withoutRoomNobodyGetsAnything() {
    List<List<Configuration>> choices = draw(new Streams(3, 1).stream("none"), view(), 3);
    var program = new ConfigurationProgram(LinearSolver.standard(), IDLE);

    assertThat(program.solve(choices, new int[] {0, 0, 0})).isEmpty();
  }
}
