package org.edgetwin.sim.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.edgetwin.sim.optimize.LinearProgram.Relation;
import org.edgetwin.sim.optimize.LinearSolution.Status;
import org.junit.jupiter.api.Test;

final class LinearSolverTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private final LinearSolver solver = LinearSolver.standard();

  /** The brewer's textbook program: 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18 has 36 at (2, 6). */
  @Test
  void aTextbookProgram() {
    LinearProgram program = new LinearProgram();
    int x = program.addVariable(0, 4, 3);
    int y = program.addVariable(0, INFINITY, 5);
    program.addRow(Relation.AT_MOST, 12, new int[] {y}, new double[] {2});
    program.addRow(Relation.AT_MOST, 18, new int[] {x, y}, new double[] {3, 2});
    LinearSolution solution = solver.maximise(program);
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.objective()).isCloseTo(36, within(1e-9));
    assertThat(solution.value(x)).isCloseTo(2, within(1e-9));
    assertThat(solution.value(y)).isCloseTo(6, within(1e-9));
    assertThat(solution.gap()).isZero();
  }

  @Test
  void rowsOfAllKindsAndNegativeVariables() {
    LinearProgram program = new LinearProgram();
    int x = program.addVariable(-5, INFINITY, 1);
    int y = program.addVariable(Double.NEGATIVE_INFINITY, INFINITY, 2);
    program.addRow(Relation.EQUAL, 1, new int[] {x, y}, new double[] {1, 1});
    program.addRow(Relation.AT_LEAST, -3, new int[] {y}, new double[] {1});
    LinearSolution solution = solver.minimise(program);
    assertThat(solution.objective()).isCloseTo(-2, within(1e-9));
    assertThat(solution.value(x)).isCloseTo(4, within(1e-9));
    assertThat(solution.value(y)).isCloseTo(-3, within(1e-9));
  }

  @Test
  void saysSoWhenThereIsNoSolution() {
    LinearProgram contradiction = new LinearProgram();
    int x = contradiction.addVariable(0, 1, 1);
    contradiction.addRow(Relation.AT_LEAST, 2, new int[] {x}, new double[] {1});
    LinearSolution solution = solver.minimise(contradiction);
    assertThat(solution.status().isFeasible()).isFalse();
    assertThat(solution.objective()).isNaN();

    LinearProgram open = new LinearProgram();
    int z = open.addVariable(0, INFINITY, 1);
    open.addRow(Relation.AT_LEAST, 2, new int[] {z}, new double[] {1});
    LinearSolution unbounded = solver.maximise(open);
    assertThat(unbounded.status()).isNotEqualTo(Status.OPTIMAL);
    assertThat(unbounded.gap()).isNotEqualTo(0);
  }

  /** Knapsacks of ten things against all 1,024 choices. */
  @Test
  void integerProgramsAgreeWithAllChoices() {
    Random random = new Random(7);
    for (int instance = 0; instance < 20; instance++) {
      double[] worth = random.doubles(10, 1, 10).toArray();
      double[] weight = random.doubles(10, 1, 10).toArray();
      LinearProgram program = new LinearProgram();
      int[] things = new int[10];
      for (int i = 0; i < things.length; i++) {
        things[i] = program.addInteger(0, 1, worth[i]);
      }
      program.addRow(Relation.AT_MOST, 25, things, weight);
      LinearSolution solution = solver.maximise(program);
      assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
      assertThat(solution.objective()).isCloseTo(bestKnapsack(worth, weight, 25), within(1e-6));
      assertThat(solution.values()).containsOnly(0, 1);
      assertThat(solution.gap()).isBetween(0.0, 1e-6);
      assertThat(solver.maximise(program).values()).containsExactly(solution.values());
    }
  }

  private static double bestKnapsack(double[] worth, double[] weight, double room) {
    double best = 0;
    for (int set = 0; set < 1 << worth.length; set++) {
      double worthOfSet = 0;
      double weightOfSet = 0;
      for (int i = 0; i < worth.length; i++) {
        if ((set >> i & 1) != 0) {
          worthOfSet += worth[i];
          weightOfSet += weight[i];
        }
      }
      if (weightOfSet <= room) {
        best = Math.max(best, worthOfSet);
      }
    }
    return best;
  }

  /** A choice of one of three options each, under a capacity: what allocators ask. */
  @Test
  void manyChoicesAreWholeAndRepeatable() {
    Random random = new Random(11);
    LinearProgram program = new LinearProgram();
    int[] all = new int[120];
    double[] gpus = new double[120];
    for (int job = 0; job < 40; job++) {
      int[] options = new int[3];
      for (int option = 0; option < 3; option++) {
        int variable = program.addInteger(0, 1, (1 + random.nextDouble()) * (1 << option));
        options[option] = variable;
        all[variable] = variable;
        gpus[variable] = 1 << option;
      }
      program.addRow(Relation.AT_MOST, 1, options, new double[] {1, 1, 1});
    }
    program.addRow(Relation.AT_MOST, 64, all, gpus);
    LinearSolution solution = solver.maximise(program);
    assertThat(solution.status()).isEqualTo(Status.OPTIMAL);
    assertThat(solution.values()).containsOnly(0, 1);
    assertThat(solver.maximise(program).values()).containsExactly(solution.values());
  }

  @Test
  void aMeterCountsAndChangesNothing() {
    LinearProgram program = new LinearProgram();
    program.addVariable(0, 3, 1);
    SolverMeter meter = new SolverMeter();
    LinearSolver metered = solver.metered(meter);
    assertThat(metered.maximise(program).objective()).isEqualTo(3);
    assertThat(metered.minimise(program).objective()).isEqualTo(0);
    assertThat(meter.solveCount()).isEqualTo(2);
    assertThat(meter.totalSeconds()).isPositive();
    assertThat(meter.largestGap()).isZero();
  }

  @Test
  void badProgramsAreRefused() {
    LinearProgram program = new LinearProgram();
    assertThatThrownBy(() -> program.addVariable(2, 1, 0)).hasMessageContaining("lower=2.0");
    assertThatThrownBy(() -> program.addRow(Relation.EQUAL, 0, new int[] {3}, new double[] {1}))
        .hasMessageContaining("variable 3");
    assertThatThrownBy(() -> LinearSolver.standard(0)).hasMessageContaining("(0.0)");
  }
}
