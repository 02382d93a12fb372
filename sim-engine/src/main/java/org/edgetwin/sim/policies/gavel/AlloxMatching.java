package org.edgetwin.sim.policies.gavel;

import java.util.Arrays;
import org.edgetwin.sim.optimize.Matching;

/**
 * The matching of AlloX [allox2020]: every job gets a machine and a place in its order, counted
 * from the end, at least sum of completion times. The k-th job from the end delays itself and the k
 * - 1 behind it, so it costs k times its duration.
 *
 * @param type of each job; {@link Matching#NONE} if it got no machine
 * @param machine of each job among those of its type
 * @param placeFromEnd of each job; 1 is last
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by value
record AlloxMatching(int[] type, int[] machine, int[] placeFromEnd) {
  private static final double NEVER = 1e6;

  /** A column of the assignment: a place on a machine. */
  private record Place(int type, int machine, int fromEnd) {}

  /**
   * Solves the assignment.
   *
   * @param seconds duration of each job on each type, {@code [jobs][types]}; positive infinity
   *     where it cannot run
   * @param machines free machines of each type
   * @param depth most jobs in the order of a machine; jobs beyond all places get none
   */
  static AlloxMatching solve(double[][] seconds, int[] machines, int depth, Matching matching) {
    Place[] places = places(seconds.length, machines, depth);
    int rows = Math.min(seconds.length, places.length);
    double never = NEVER * longest(seconds);
    double[][] cost = new double[rows][places.length];
    for (int i = 0; i < rows; i++) {
      for (int c = 0; c < places.length; c++) {
        cost[i][c] = places[c].fromEnd * Math.min(never, seconds[i][places[c].type]);
      }
    }
    int[] type = new int[seconds.length];
    int[] machine = new int[seconds.length];
    int[] placeFromEnd = new int[seconds.length];
    Arrays.fill(type, Matching.NONE);
    int[] column = matching.assign(cost);
    for (int i = 0; i < rows; i++) {
      Place place = places[column[i]];
      if (seconds[i][place.type] < Double.POSITIVE_INFINITY) {
        type[i] = place.type;
        machine[i] = place.machine;
        placeFromEnd[i] = place.fromEnd;
      }
    }
    return new AlloxMatching(type, machine, placeFromEnd);
  }

  /** Machines of a type are alike, so as many of them as there are jobs are enough. */
  private static Place[] places(int jobs, int[] machines, int depth) {
    int most = Math.min(jobs, depth);
    int count = 0;
    for (int available : machines) {
      count += Math.min(jobs, available) * most;
    }
    Place[] places = new Place[count];
    int next = 0;
    for (int fromEnd = 1; fromEnd <= most; fromEnd++) {
      for (int type = 0; type < machines.length; type++) {
        for (int machine = 0; machine < Math.min(jobs, machines[type]); machine++) {
          places[next++] = new Place(type, machine, fromEnd);
        }
      }
    }
    return places;
  }

  private static double longest(double[][] seconds) {
    double longest = 1;
    for (double[] row : seconds) {
      for (double value : row) {
        if (value < Double.POSITIVE_INFINITY) {
          longest = Math.max(longest, value);
        }
      }
    }
    return longest;
  }

  /** Whether a job is the first one of its machine. */
  boolean isFirst(int job) {
    if (type[job] == Matching.NONE) {
      return false;
    }
    for (int other = 0; other < type.length; other++) {
      if (type[other] == type[job]
          && machine[other] == machine[job]
          && placeFromEnd[other] > placeFromEnd[job]) {
        return false;
      }
    }
    return true;
  }
}
