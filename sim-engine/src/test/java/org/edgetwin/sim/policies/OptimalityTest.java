package org.edgetwin.sim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.metrics.JobRecord;
import org.edgetwin.sim.policies.ReferencePool.Job;
import org.junit.jupiter.api.Test;
import umontreal.ssj.rng.RandomStream;

/** Theorems of scheduling, checked against the best of all schedules of a few jobs. */
class OptimalityTest {
  private static final int INSTANCES = 60;

  private static List<JobRecord> run(String scheduler, int machines, List<Job> jobs) {
    return PoolRun.of(new PoolInstance(machines, false, List.of()), scheduler, 0, jobs);
  }

  private static double sumOfEnds(List<JobRecord> records) {
    return records.stream().mapToDouble(JobRecord::endTime).sum();
  }

  private static double makespan(List<JobRecord> records) {
    return records.stream().mapToDouble(JobRecord::endTime).max().orElseThrow();
  }

  private static int[] draw(RandomStream random, int count, int low, int high) {
    int[] values = new int[count];
    Arrays.setAll(values, i -> random.nextInt(low, high));
    return values;
  }

  private static List<Job> jobs(int[] releases, int[] works) {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < works.length; i++) {
      jobs.add(new Job(i, releases[i], 1, works[i], works[i]));
    }
    return jobs;
  }

  /** Every assignment of jobs to machines; on each machine the shortest first. */
  private static double leastSumOfEnds(int[] works, int machines) {
    int[] sorted = works.clone();
    Arrays.sort(sorted);
    double best = Double.POSITIVE_INFINITY;
    for (int code = 0; code < Math.pow(machines, works.length); code++) {
      int[] loads = new int[machines];
      double sum = 0;
      int rest = code;
      for (int work : sorted) {
        loads[rest % machines] += work;
        sum += loads[rest % machines];
        rest /= machines;
      }
      best = Math.min(best, sum);
    }
    return best;
  }

  private static double leastMakespan(int[] works, int machines) {
    double best = Double.POSITIVE_INFINITY;
    for (int code = 0; code < Math.pow(machines, works.length); code++) {
      int[] loads = new int[machines];
      int rest = code;
      for (int work : works) {
        loads[rest % machines] += work;
        rest /= machines;
      }
      best = Math.min(best, Arrays.stream(loads).max().orElseThrow());
    }
    return best;
  }

  @Test
  void shortestFirstHasTheLeastSumOfEnds() {
    for (int seed = 0; seed < INSTANCES; seed++) {
      RandomStream random = new Streams(seed, 1).stream("spt");
      int[] works = draw(random, 8, 1, 20);
      for (int machines = 1; machines <= 3; machines++) {
        double sum = sumOfEnds(run("sjf", machines, jobs(new int[8], works)));
        assertThat(sum).isCloseTo(leastSumOfEnds(works, machines), within(1e-9));
      }
    }
  }

  @Test
  void shortestRemainingHasTheLeastSumOfEndsWithReleases() {
    for (int seed = 0; seed < INSTANCES; seed++) {
      RandomStream random = new Streams(seed, 1).stream("srpt");
      int[] works = draw(random, 5, 1, 6);
      int[] releases = draw(random, 5, 0, 12);
      Arrays.sort(releases);
      double sum = sumOfEnds(run("srtf", 1, jobs(releases, works)));
      assertThat(sum).isCloseTo(leastSumOfEnds(0, works, releases, new HashMap<>()), within(1e-9));
    }
  }

  /** One machine, any job in any second. */
  private static double leastSumOfEnds(
      int now, int[] left, int[] releases, Map<String, Double> known) {
    if (Arrays.stream(left).sum() == 0) {
      return 0;
    }
    String state = now + Arrays.toString(left);
    if (known.containsKey(state)) {
      return known.get(state);
    }
    double best = Double.POSITIVE_INFINITY;
    boolean idle = true;
    for (int i = 0; i < left.length; i++) {
      if (left[i] > 0 && releases[i] <= now) {
        idle = false;
        int[] after = left.clone();
        after[i]--;
        double end = after[i] == 0 ? now + 1 : 0;
        best = Math.min(best, end + leastSumOfEnds(now + 1, after, releases, known));
      }
    }
    if (idle) {
      best = leastSumOfEnds(now + 1, left, releases, known);
    }
    known.put(state, best);
    return best;
  }

  @Test
  void listsAreWithinGrahamsBounds() {
    for (int seed = 0; seed < INSTANCES; seed++) {
      RandomStream random = new Streams(seed, 1).stream("list");
      int machines = random.nextInt(2, 3);
      int[] works = draw(random, 8, 1, 20);
      double least = leastMakespan(works, machines);
      double list = makespan(run("fifo", machines, jobs(new int[8], works)));
      assertThat(list).isBetween(least, (2 - 1.0 / machines) * least + 1e-9);
      int[] longestFirst =
          Arrays.stream(works)
              .boxed()
              .sorted(Comparator.reverseOrder())
              .mapToInt(Integer::intValue)
              .toArray();
      double lpt = makespan(run("fifo", machines, jobs(new int[8], longestFirst)));
      assertThat(lpt).isBetween(least, (4.0 / 3 - 1.0 / (3 * machines)) * least + 1e-9);
    }
  }

  @Test
  void grahamsBoundsAreTight() {
    // m (m - 1) jobs of 1, then one of m: 2 - 1/m times the optimum m.
    int[] list = {1, 1, 1, 1, 1, 1, 3};
    assertThat(makespan(run("fifo", 3, jobs(new int[7], list)))).isEqualTo(5);
    assertThat(leastMakespan(list, 3)).isEqualTo(3);
    // 5, 5, 4, 4, 3, 3, 3 on 3 machines: 11 against 9.
    int[] longestFirst = {5, 5, 4, 4, 3, 3, 3};
    assertThat(makespan(run("fifo", 3, jobs(new int[7], longestFirst)))).isEqualTo(11);
    assertThat(leastMakespan(longestFirst, 3)).isEqualTo(9);
  }
}
