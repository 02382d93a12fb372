package org.edgetwin.sim.selfcheck;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Optima of small scheduling problems by trying everything. */
final class BruteForce {
  private BruteForce() {}

  /**
   * The least cost over all orders of n jobs.
   *
   * @param cost of an order, given as an array of job indices
   */
  static double bestOrder(int jobs, ToDoubleFunction<int[]> cost) {
    int[] order = new int[jobs];
    Arrays.setAll(order, i -> i);
    return bestOrder(order, 0, cost);
  }

  private static double bestOrder(int[] order, int fixed, ToDoubleFunction<int[]> cost) {
    if (fixed == order.length) {
      return cost.applyAsDouble(order);
    }
    double best = Double.POSITIVE_INFINITY;
    for (int i = fixed; i < order.length; i++) {
      swap(order, fixed, i);
      best = Math.min(best, bestOrder(order, fixed + 1, cost));
      swap(order, fixed, i);
    }
    return best;
  }

  private static void swap(int[] order, int i, int j) {
    int job = order[i];
    order[i] = order[j];
    order[j] = job;
  }

  /**
   * The least cost over all ways of giving n jobs to m machines.
   *
   * @param cost of an assignment, given as the machine of each job
   */
  static double bestAssignment(int jobs, int machines, ToDoubleFunction<int[]> cost) {
    return bestAssignment(new int[jobs], 0, machines, cost);
  }

  private static double bestAssignment(
      int[] machineOf, int fixed, int machines, ToDoubleFunction<int[]> cost) {
    if (fixed == machineOf.length) {
      return cost.applyAsDouble(machineOf);
    }
    double best = Double.POSITIVE_INFINITY;
    for (int machine = 0; machine < machines; machine++) {
      machineOf[fixed] = machine;
      best = Math.min(best, bestAssignment(machineOf, fixed + 1, machines, cost));
    }
    return best;
  }

  /**
   * The least sum of completion times on one machine with preemption. Releases and work are whole
   * numbers, so it is enough to change the job at whole times.
   */
  static double bestPreemptiveSum(int[] releases, int[] works) {
    return bestPreemptiveSum(releases, works.clone(), 0, new HashMap<>());
  }

  private static double bestPreemptiveSum(
      int[] releases, int[] left, int time, Map<String, Double> known) {
    if (Arrays.stream(left).allMatch(work -> work == 0)) {
      return 0;
    }
    String state = time + Arrays.toString(left);
    Double answer = known.get(state);
    if (answer != null) {
      return answer;
    }
    // Nobody has to be there: an idle step.
    double best = Double.POSITIVE_INFINITY;
    boolean idle = true;
    for (int job = 0; job < left.length; job++) {
      if (left[job] > 0 && releases[job] <= time) {
        idle = false;
        left[job]--;
        double completion = left[job] == 0 ? time + 1 : 0;
        best = Math.min(best, completion + bestPreemptiveSum(releases, left, time + 1, known));
        left[job]++;
      }
    }
    if (idle) {
      best = bestPreemptiveSum(releases, left, time + 1, known);
    }
    known.put(state, best);
    return best;
  }
}
