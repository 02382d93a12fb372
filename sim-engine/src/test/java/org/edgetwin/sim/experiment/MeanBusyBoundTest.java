package org.edgetwin.sim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.edgetwin.sim.kernel.Streams;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class MeanBusyBoundTest {
  private static final int JOBS = 6;

  /** {@code jobs[i]} is submission, duration, weight; all of one GPU; in order of submission. */
  private static double bound(int gpus, double[][] jobs) {
    MeanBusyBound bound = new MeanBusyBound(gpus);
    for (double[] job : jobs) {
      bound.add(job[0], job[1], job[1], job[2]);
    }
    bound.drain();
    return bound.weightedSumSeconds();
  }

  /**
   * The least weighted sum over all orders of list scheduling, which has an optimum if all is there
   * at 0.
   */
  private static double best(int gpus, double[][] jobs, boolean[] done, double[] freeAt, int left) {
    if (left == 0) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    int machine = 0;
    for (int m = 1; m < gpus; m++) {
      machine = freeAt[m] < freeAt[machine] ? m : machine;
    }
    double before = freeAt[machine];
    for (int i = 0; i < jobs.length; i++) {
      if (!done[i]) {
        done[i] = true;
        double end = Math.max(before, jobs[i][0]) + jobs[i][1];
        freeAt[machine] = end;
        double rest = best(gpus, jobs, done, freeAt, left - 1);
        best = Math.min(best, jobs[i][2] * (end - jobs[i][0]) + rest);
        freeAt[machine] = before;
        done[i] = false;
      }
    }
    return best;
  }

  private static double[][] random(RandomStream random, boolean together, boolean equalWeights) {
    double[][] jobs = new double[JOBS][];
    double submit = 0;
    for (int i = 0; i < JOBS; i++) {
      jobs[i] =
          new double[] {
            submit, random.nextInt(1, 30), equalWeights ? 1 : 0.1 + random.nextDouble()
          };
      submit += together ? 0 : random.nextInt(0, 10);
    }
    return jobs;
  }

  private static double best(int gpus, double[][] jobs) {
    return best(gpus, jobs, new boolean[jobs.length], new double[gpus], jobs.length);
  }

  /** Smith's rule is optimal on one machine if all jobs are there at the beginning. */
  @Test
  void onOneGpuWithoutSubmissionsOnTheWayItIsTheOptimum() {
    RandomStream random = new Streams(1, 1).stream("smith");
    for (int round = 0; round < 60; round++) {
      double[][] jobs = random(random, true, false);
      assertThat(bound(1, jobs)).isCloseTo(best(1, jobs), within(1e-9));
    }
  }

  /** sum C on m machines is at least (sum C on one as fast as all) + (m - 1) / 2m x sum p. */
  @Test
  void onSeveralGpusItIsTheBoundOfEastmanEvenAndIsaacs() {
    RandomStream random = new Streams(2, 1).stream("eastman");
    for (int round = 0; round < 60; round++) {
      double[][] jobs = random(random, true, true);
      double[] sorted = Arrays.stream(jobs).mapToDouble(job -> job[1]).sorted().toArray();
      double fast = 0;
      double end = 0;
      for (double duration : sorted) {
        end += duration / 3;
        fast += end;
      }
      double eastman = fast + 2 / 6.0 * Arrays.stream(sorted).sum();

      assertThat(bound(3, jobs)).isCloseTo(eastman, within(1e-9));
      assertThat(best(3, jobs)).isGreaterThanOrEqualTo(eastman - 1e-9);
    }
  }

  @Test
  void noOrderIsBelow() {
    RandomStream random = new Streams(3, 1).stream("orders");
    double tightest = 0;
    for (int round = 0; round < 60; round++) {
      int gpus = random.nextInt(1, 3);
      double[][] jobs = random(random, false, false);
      double bound = bound(gpus, jobs);
      double best = best(gpus, jobs);
      assertThat(best).isGreaterThanOrEqualTo(bound - 1e-9);
      tightest = Math.max(tightest, bound / best);
    }
    assertThat(tightest).isGreaterThan(0.95);
  }

  @Test
  void aBetterJobInterrupts() {
    // 10 s of work from 0 on; one of 2 s comes at 4: busy 0-4 and 6-12, and 4-6.
    double meanBusyLong = (4 * 2 + 6 * 9) / 10.0;
    assertThat(bound(1, new double[][] {{0, 10, 1}, {4, 2, 1}}))
        .isCloseTo(meanBusyLong + 5 + (5 - 4) + 1, within(1e-12));
  }

  @Test
  void aJobWithoutGpusIsBoundByItself() {
    MeanBusyBound bound = new MeanBusyBound(1);
    bound.add(3, 7, 0, 2);
    bound.drain();
    assertThat(bound.weightedSumSeconds()).isEqualTo(14);
  }
}
