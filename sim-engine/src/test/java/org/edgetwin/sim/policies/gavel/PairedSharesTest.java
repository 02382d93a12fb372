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

class PairedSharesTest {
  private static final LinearSolver SOLVER = LinearSolver.standard();
  private static final Offset<Double> CLOSE = within(1e-6);

  private static PairOption pair(int first, int second, double firstKeeps, double secondKeeps) {
    return new PairOption(first, second, new double[] {firstKeeps}, new double[] {secondKeeps});
  }

  private static Shares las(ShareProblem problem) {
    return new LasShares(Knowledge.NONE, SOLVER, false).shares(problem);
  }

  /** Half of the GPU's time is worth 1/2, all of it in company 3/4. */
  @Test
  void jobsThatKeepMuchShareTheirGpu() {
    SmallProblem problem =
        SmallProblem.of(new double[][] {{1}, {1}}, 1).withPairs(pair(0, 1, 0.75, 0.75));

    Shares shares = las(problem);

    assertThat(shares.paired()[0][0]).isCloseTo(1, CLOSE);
    assertThat(shares.throughputs(problem)).containsExactly(new double[] {0.75, 0.75}, CLOSE);
  }

  /**
   * With x of the time in the pair and y, z alone: 0.9 x + y = 0.3 x + z and x + y + z = 1, so y =
   * 0, x = 1 / 1.6: 0.5625 for both, where half of the time alone would be worth 0.5.
   */
  @Test
  void whoLosesMoreInThePairIsMadeUpForAlone() {
    SmallProblem problem =
        SmallProblem.of(new double[][] {{1}, {1}}, 1).withPairs(pair(0, 1, 0.9, 0.3));

    Shares shares = las(problem);

    assertThat(shares.paired()[0][0]).isCloseTo(1 / 1.6, CLOSE);
    assertThat(shares.alone()[1][0]).isCloseTo(0.6 / 1.6, CLOSE);
    assertThat(shares.throughputs(problem)).containsExactly(new double[] {0.5625, 0.5625}, CLOSE);
  }

  /** A pair of gangs takes the GPUs of one gang: three of two GPUs fit on four, two in a pair. */
  @Test
  void pairsOfGangsTakeTheGpusOfOne() {
    SmallProblem problem =
        SmallProblem.of(new double[][] {{1}, {1}, {1}}, 4)
            .withGangs(2, 2, 2)
            .withPairs(pair(0, 1, 0.9, 0.9));

    Shares shares = new CostShares(Knowledge.NONE, SOLVER).shares(problem);

    // The greatest sum of speeds: 0.9 + 0.9 + 1, where two alone would make 2.
    assertThat(Arrays.stream(shares.throughputs(problem)).sum()).isCloseTo(2.8, CLOSE);
    assertThat(shares.paired()[0][0]).isCloseTo(1, CLOSE);
    assertThat(shares.alone()[2][0]).isCloseTo(1, CLOSE);
  }

  /** Makespan 100 / 0.8 s in company, 200 s one after the other. */
  @Test
  void makespanAndFairnessPackToo() {
    SmallProblem problem =
        SmallProblem.of(new double[][] {{1}, {1}}, 1).withPairs(pair(0, 1, 0.8, 0.8));

    for (SharePolicy policy :
        new SharePolicy[] {
          new MakespanShares(Knowledge.NONE, SOLVER, false),
          new FinishTimeShares(Knowledge.NONE, SOLVER, false)
        }) {
      assertThat(policy.shares(problem).throughputs(problem))
          .containsExactly(new double[] {0.8, 0.8}, within(0.005));
    }
  }

  /** Whatever pairs there are, the worst-off job is not worse off than without them. */
  @Test
  void pairsNeverMakeMaxMinWorse() {
    RandomStream random = new Streams(3, 1).stream("pairs");
    for (int instance = 0; instance < 50; instance++) {
      double[][] speeds = new double[4][2];
      for (double[] row : speeds) {
        row[0] = 0.5 + random.nextDouble();
        row[1] = 0.1 + random.nextDouble();
      }
      PairOption[] pairs = new PairOption[3];
      for (int p = 0; p < pairs.length; p++) {
        pairs[p] =
            new PairOption(
                p,
                p + 1,
                new double[] {random.nextDouble(), random.nextDouble()},
                new double[] {random.nextDouble(), random.nextDouble()});
      }
      SmallProblem alone = SmallProblem.of(speeds, 1, 1);
      SmallProblem paired = alone.withPairs(pairs);
      MaxMin without = MaxMin.solve(alone, speeds, SOLVER);
      MaxMin with = MaxMin.solve(paired, speeds, SOLVER);

      assertThat(with.smallest()).isGreaterThanOrEqualTo(without.smallest() - 1e-9);
      // What the program promises is what the shares give.
      assertThat(Arrays.stream(with.shares().throughputs(paired)).min().orElseThrow())
          .isGreaterThanOrEqualTo(with.smallest() - 1e-7);
    }
  }
}
