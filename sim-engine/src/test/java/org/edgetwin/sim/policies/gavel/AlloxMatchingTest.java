package org.edgetwin.sim.policies.gavel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.optimize.Matching;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

class AlloxMatchingTest {
  private static final int[] MACHINES = {1, 2};

  /** Up to eight jobs, every way to spread them over three machines, each in its best order. */
  @Test
  void noScheduleHasALesserSumOfCompletionTimes() {
    RandomStream random = new Streams(11, 1).stream("allox");
    for (int jobs = 1; jobs <= 8; jobs++) {
      for (int instance = 0; instance < 3; instance++) {
        double[][] seconds = new double[jobs][2];
        for (double[] row : seconds) {
          row[0] = 1 + 99 * random.nextDouble();
          row[1] = row[0] * (0.5 + 3 * random.nextDouble());
        }
        AlloxMatching plan = AlloxMatching.solve(seconds, MACHINES, 8, Matching.standard());

        assertThat(sumOfCompletions(seconds, machines(plan)))
            .as("%d jobs", jobs)
            .isCloseTo(bruteForce(seconds), within(1e-9));
      }
    }
  }

  /** The first job of a machine is the one whose place is farthest from the end. */
  @Test
  void shortJobsComeFirst() {
    double[][] seconds = {{30}, {10}, {20}};

    AlloxMatching plan = AlloxMatching.solve(seconds, new int[] {1}, 8, Matching.standard());

    assertThat(plan.placeFromEnd()).containsExactly(1, 3, 2);
    assertThat(plan.isFirst(1)).isTrue();
    assertThat(plan.isFirst(0)).isFalse();
  }

  @Test
  void jobsThatCannotRunOnATypeAreNotMatchedToIt() {
    double[][] seconds = {{Double.POSITIVE_INFINITY, 500}, {10, 20}};

    AlloxMatching plan = AlloxMatching.solve(seconds, new int[] {1, 1}, 8, Matching.standard());

    assertThat(plan.type()).containsExactly(1, 0);
  }

  /** With one place on each machine the youngest job finds none. */
  @Test
  void depthLimitsTheOrderOfAMachine() {
    double[][] seconds = {{10, 10}, {10, 10}, {1, 1}};

    AlloxMatching plan = AlloxMatching.solve(seconds, new int[] {1, 1}, 1, Matching.standard());

    assertThat(plan.type()[2]).isEqualTo(Matching.NONE);
    assertThat(plan.isFirst(2)).isFalse();
  }

  /** Machines of type 0 come before those of type 1. */
  private static int[] machines(AlloxMatching plan) {
    int[] machines = plan.machine().clone();
    for (int i = 0; i < machines.length; i++) {
      machines[i] += plan.type()[i] == 0 ? 0 : MACHINES[0];
    }
    return machines;
  }

  private static double sumOfCompletions(double[][] seconds, int[] machineOfJob) {
    double sum = 0;
    for (int machine = 0; machine < 3; machine++) {
      List<Double> durations = new ArrayList<>();
      for (int i = 0; i < seconds.length; i++) {
        if (machineOfJob[i] == machine) {
          durations.add(seconds[i][machine < MACHINES[0] ? 0 : 1]);
        }
      }
      durations.sort(Collections.reverseOrder());
      for (int k = 0; k < durations.size(); k++) {
        sum += (k + 1) * durations.get(k);
      }
    }
    return sum;
  }

  private static double bruteForce(double[][] seconds) {
    int[] machineOfJob = new int[seconds.length];
    double best = Double.POSITIVE_INFINITY;
    int spreads = (int) Math.pow(3, seconds.length);
    for (int code = 0; code < spreads; code++) {
      int rest = code;
      for (int i = 0; i < machineOfJob.length; i++) {
        machineOfJob[i] = rest % 3;
        rest /= 3;
      }
      best = Math.min(best, sumOfCompletions(seconds, machineOfJob));
    }
    return best;
  }
}
