package org.edgetwin.sim.policies.gavel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.optimize.LinearSolver;
import org.edgetwin.sim.scheduling.Knowledge;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class SharesTest {
  private static final LinearSolver SOLVER = LinearSolver.standard();
  private static final Offset<Double> CLOSE = within(1e-6);

  /**
   * One GPU of each type. Over an even share of both, job 0 gains 1.6 x + 0.4 (1 - x) with x of the
   * fast type, and job 1, which gets the rest of it, 4/3 (1 - x) + 2/3 x: equal at x = 1/2.
   */
  @Test
  void lasGivesTheFastTypeToNobodyWhoGainsLess() {
    SmallProblem problem = SmallProblem.of(new double[][] {{1, 0.25}, {1, 0.5}}, 1, 1);

    double[][] shares = new LasShares(Knowledge.NONE, SOLVER, false).shares(problem).alone();

    assertThat(shares[0]).containsExactly(new double[] {0.5, 0.5}, CLOSE);
    assertThat(shares[1]).containsExactly(new double[] {0.5, 0.5}, CLOSE);
  }

  /** GPU-time is shared evenly: the gang of two gets 2/3 of the time that the single job gets. */
  @Test
  void lasCountsGpusOfGangs() {
    SmallProblem problem = SmallProblem.of(new double[][] {{1}, {1}, {1}}, 2).withGangs(2, 1, 1);

    double[][] shares = new LasShares(Knowledge.NONE, SOLVER, false).shares(problem).alone();

    // 2 a + b + c = 2 GPUs, 2 a = b = c.
    assertThat(shares[0][0]).isCloseTo(1.0 / 3, CLOSE);
    assertThat(shares[1][0]).isCloseTo(2.0 / 3, CLOSE);
    assertThat(shares[2][0]).isCloseTo(2.0 / 3, CLOSE);
  }

  /** A job that cannot use the second type must not hold back one that can. */
  @Test
  void leftoversGoToThoseWhoCanUseThem() {
    SmallProblem problem = SmallProblem.of(new double[][] {{1, 0}, {1, 1}, {1, 0}}, 1, 1);

    double[][] shares = new LasShares(Knowledge.NONE, SOLVER, true).shares(problem).alone();

    assertThat(shares[0][0]).isCloseTo(0.5, CLOSE);
    assertThat(shares[2][0]).isCloseTo(0.5, CLOSE);
    assertThat(shares[1][1]).isCloseTo(1, CLOSE);
  }

  /** 200 s and 100 s of work on one GPU end together after 300 s with 2/3 and 1/3 of it. */
  @Test
  void leastMakespanLetsJobsEndTogether() {
    SmallProblem problem = SmallProblem.of(new double[][] {{1}, {1}}, 1).withRemaining(200, 100);

    double[][] shares = new MakespanShares(Knowledge.NONE, SOLVER, false).shares(problem).alone();

    assertThat(shares[0][0]).isCloseTo(2.0 / 3, CLOSE);
    assertThat(shares[1][0]).isCloseTo(1.0 / 3, CLOSE);
  }

  /**
   * Alone with half of the GPU a job takes 200 s. The one that has waited 100 s already is behind:
   * (100 + 100 / x) / 200 = (100 / (1 - x)) / 200, so x = (1 + sqrt 5) / (3 + sqrt 5) = 0.618.
   */
  @Test
  void finishTimeFairnessMakesUpForWaiting() {
    SmallProblem problem = SmallProblem.of(new double[][] {{1}, {1}}, 1).withAges(100, 0);

    double[][] shares = new FinishTimeShares(Knowledge.NONE, SOLVER, false).shares(problem).alone();

    assertThat(shares[0][0]).isCloseTo(0.618, within(0.005));
    assertThat(shares[1][0]).isCloseTo(0.382, within(0.005));
  }

  /** What a job has done since counts as time alone: then both stand alike. */
  @Test
  void finishTimeFairnessRemembersTimeAlone() {
    FinishTimeShares policy = new FinishTimeShares(Knowledge.NONE, SOLVER, false);
    double[][] speeds = {{1}, {1}};
    policy.shares(SmallProblem.of(speeds, 1));

    // Half of the work took 100 s: exactly what half of the GPU gives.
    double[][] shares =
        policy.shares(SmallProblem.of(speeds, 1).withRemaining(50, 50).withAges(100, 100)).alone();

    assertThat(shares[0][0]).isCloseTo(0.5, within(0.005));
  }

  /**
   * Three quarters of the speed for a quarter of the price: both want the cheap type. The deadline
   * of job 0 is met there with 2/3 of its time, which is more than half.
   */
  @Test
  void costPolicyBuysSpeedWhereItIsCheapAndKeepsDeadlines() {
    SmallProblem problem = SmallProblem.of(new double[][] {{1, 0.75}, {1, 0.8}}, 1, 1);

    double[][] shares = new CostShares(Knowledge.NONE, SOLVER).shares(problem).alone();

    assertThat(Shares.alone(shares).throughputs(problem)[0]).isGreaterThanOrEqualTo(0.5 - 1e-9);
    assertThat(shares[0][1] + shares[1][1]).isCloseTo(1, CLOSE);
    double best = 0.75 * shares[0][1] + 0.8 * shares[1][1] + (shares[0][0] + shares[1][0]) / 4;
    // By hand: job 0 takes its half from the dear type, so that job 1 keeps the cheap one.
    assertThat(best).isCloseTo(0.8 + 0.25, CLOSE);
  }

  /** No other shares have a larger smallest gain. */
  @Test
  void noRandomSharesAreFairerThanMaxMin() {
    RandomStream random = new Streams(7, 1).stream("shares");
    for (int instance = 0; instance < 20; instance++) {
      double[][] value = new double[4][2];
      for (double[] row : value) {
        row[0] = 0.5 + random.nextDouble();
        row[1] = 0.1 + random.nextDouble();
      }
      SmallProblem problem = SmallProblem.of(value, 1, 2);
      MaxMin best = MaxMin.solve(problem, value, SOLVER);
      for (int trial = 0; trial < 200; trial++) {
        double[] got = Shares.alone(randomShares(problem, random)).throughputs(problem);
        double smallest = Arrays.stream(got).min().orElseThrow();
        assertThat(smallest).isLessThanOrEqualTo(best.smallest() + 1e-9);
      }
    }
  }

  private static double[][] randomShares(SmallProblem problem, RandomStream random) {
    double[][] shares = new double[problem.jobCount()][problem.typeCount()];
    double[] room = {problem.gpus(0), problem.gpus(1)};
    for (double[] row : shares) {
      double left = 1;
      for (int j = 0; j < row.length; j++) {
        row[j] = Math.min(left, room[j]) * random.nextDouble();
        left -= row[j];
        room[j] -= row[j];
      }
    }
    return shares;
  }
}
