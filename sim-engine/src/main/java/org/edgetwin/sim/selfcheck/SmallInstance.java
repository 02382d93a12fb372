package org.edgetwin.sim.selfcheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.edgetwin.sim.job.JobSpec;
import org.edgetwin.sim.job.Terms;
import umontreal.ssj.rng.RandomStream;

/**
 * A scheduling problem small enough for brute force; whole numbers, so that sums are exact.
 *
 * @param releases release times, ascending
 * @param works processing times
 * @param weights weights, which the engine gets as priorities
 * @param dueTimes due dates
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
record SmallInstance(int[] releases, int[] works, int[] weights, int[] dueTimes) {
  /** Jobs that are all there at time 0. */
  static SmallInstance together(RandomStream stream, int largest) {
    int jobs = stream.nextInt(2, largest);
    return new SmallInstance(
        new int[jobs],
        draws(stream, jobs, 1, 20),
        draws(stream, jobs, 1, 9),
        draws(stream, jobs, 1, 60));
  }

  /** Jobs that come one after the other. */
  static SmallInstance released(RandomStream stream, int largest) {
    int jobs = stream.nextInt(2, largest);
    int[] releases = draws(stream, jobs, 0, 10);
    Arrays.sort(releases);
    return new SmallInstance(releases, draws(stream, jobs, 1, 4), new int[jobs], new int[jobs]);
  }

  /** Jobs with given processing times, all there at time 0, in this order. */
  static SmallInstance of(int... works) {
    return new SmallInstance(
        new int[works.length], works, new int[works.length], new int[works.length]);
  }

  private static int[] draws(RandomStream stream, int count, int low, int high) {
    return IntStream.generate(() -> stream.nextInt(low, high)).limit(count).toArray();
  }

  int size() {
    return works.length;
  }

  List<JobSpec> jobs() {
    List<JobSpec> jobs = new ArrayList<>();
    for (int i = 0; i < works.length; i++) {
      Terms terms =
          new Terms(Double.POSITIVE_INFINITY, false, Double.NaN, dueTimes[i], weights[i], "");
      jobs.add(Jobs.single(releases[i], works[i], 0, terms));
    }
    return jobs;
  }

  /** Sum of weight times completion time on one machine. */
  double weightedCompletion(int[] order) {
    double time = 0;
    double sum = 0;
    for (int job : order) {
      time += works[job];
      sum += weights[job] * time;
    }
    return sum;
  }

  /** Largest lateness on one machine. */
  double maximumLateness(int[] order) {
    double time = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (int job : order) {
      time += works[job];
      largest = Math.max(largest, time - dueTimes[job]);
    }
    return largest;
  }

  /** Sum of completion times on one machine. */
  double completion(int[] order) {
    double time = 0;
    double sum = 0;
    for (int job : order) {
      time += works[job];
      sum += time;
    }
    return sum;
  }

  /** Sum of completion times if each machine takes its jobs shortest first, which is best there. */
  double completion(int[] machineOf, int machines) {
    double sum = 0;
    for (int m = 0; m < machines; m++) {
      int machine = m;
      int[] mine =
          IntStream.range(0, size())
              .filter(job -> machineOf[job] == machine)
              .map(job -> works[job])
              .sorted()
              .toArray();
      double time = 0;
      for (int work : mine) {
        time += work;
        sum += time;
      }
    }
    return sum;
  }

  /** When the last machine is done. */
  double makespan(int[] machineOf, int machines) {
    double[] loads = new double[machines];
    for (int job = 0; job < size(); job++) {
      loads[machineOf[job]] += works[job];
    }
    return Arrays.stream(loads).max().orElseThrow();
  }
}
